package org.unroll.datasets.image;

import org.unroll.datasets.image.PictureHeader.Format;

/** The header of a Windows bitmap, and whether the file holds all of its rows. */
final class BmpHeader {
  private static final int OLD = 12; // length of the header of OS/2
  private static final int UNPACKED = 0;

  private BmpHeader() {}

  static PictureHeader read(FileBytes bytes) {
    boolean old = bytes.little(14, 4) == OLD;
    long width = old ? bytes.little(18, 2) : (int) bytes.little(18, 4);
    long height = old ? bytes.little(20, 2) : Math.abs((int) bytes.little(22, 4)); // < 0: from top
    PictureHeader.requireSize(width, height);
    long bits = bytes.little(old ? 24 : 28, 2);
    if (old || bytes.little(30, 4) == UNPACKED) {
      long row = (width * bits + 31) / 32 * 4;
      bytes.at(bytes.little(10, 4) + height * row - 1);
    }
    return new PictureHeader(Format.BMP, width, height, false);
  }
}
