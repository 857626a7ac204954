package org.unroll.datasets.image;

import org.unroll.datasets.image.PictureHeader.Format;
import org.unroll.datasets.table.BadCell;

/** The header of a WebP (RFC 9649), and whether the file is as long as it says. */
final class WebpHeader {
  private static final int BEFORE = 8; // what its length does not count
  private static final int FLAGS = 20;
  private static final int ANIMATED = 0x02;
  private static final int ALPHA = 0x10;
  private static final int SIDE = 0x3FFF; // a side in 14 bits

  private WebpHeader() {}

  static PictureHeader read(FileBytes bytes) {
    bytes.at(BEFORE + bytes.little(4, 4) - 1);
    if (bytes.has(12, "VP8X")) {
      return extended(bytes);
    }
    if (bytes.has(12, "VP8L")) {
      long packed = bytes.little(21, 4);
      boolean alpha = (packed >> 28 & 1) != 0;
      return header(1 + (packed & SIDE), 1 + (packed >> 14 & SIDE), alpha);
    }
    if (bytes.has(12, "VP8 ")) {
      return header(bytes.little(26, 2) & SIDE, bytes.little(28, 2) & SIDE, false);
    }
    throw new BadCell("a WebP whose header is damaged");
  }

  private static PictureHeader extended(FileBytes bytes) {
    if ((bytes.at(FLAGS) & ANIMATED) != 0) {
      throw new BadCell("an animated WebP; save one of its frames");
    }
    boolean alpha = (bytes.at(FLAGS) & ALPHA) != 0;
    return header(1 + bytes.little(24, 3), 1 + bytes.little(27, 3), alpha);
  }

  private static PictureHeader header(long width, long height, boolean alpha) {
    return new PictureHeader(Format.WEBP, width, height, alpha);
  }
}
