package org.unroll.datasets.image;

import org.unroll.datasets.image.PictureHeader.Format;
import org.unroll.datasets.table.BadCell;

/** The header of a PNG, and whether the file goes on to its end (PNG specification, section 5). */
final class PngHeader {
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12; // length, type and check sum of a chunk
  private static final int ALPHA = 4; // of the bits of the colour type

  private PngHeader() {}

  static PictureHeader read(FileBytes bytes) {
    if (bytes.big(SIGNATURE + 4L, 4) != 0x49484452) { // IHDR
      throw new BadCell("a PNG whose header is damaged");
    }
    boolean alpha = (bytes.at(SIGNATURE + 17) & ALPHA) != 0;
    PictureHeader header = new PictureHeader(Format.PNG, bytes.big(16, 4), bytes.big(20, 4), alpha);
    long at = SIGNATURE;
    while (bytes.big(at + 4, 4) != 0x49454E44) { // IEND
      alpha |= bytes.big(at + 4, 4) == 0x74524E53; // tRNS
      at += AROUND + bytes.big(at, 4);
    }
    bytes.at(at + AROUND - 1);
    return new PictureHeader(Format.PNG, header.width(), header.height(), alpha);
  }
}
