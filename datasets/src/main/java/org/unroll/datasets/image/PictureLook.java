package org.unroll.datasets.image;

import java.nio.file.Path;

/**
 * What a picture file says of its size, which is read without decoding it.
 *
 * @param width before it is turned as a camera may demand
 */
public record PictureLook(int width, int height) {
  private static final int MULTIPLE = 4;

  /**
   * @throws org.unroll.datasets.table.BadCell without the file's name, if it is no picture
   */
  public static PictureLook of(Path file) {
    return of(PictureDecoder.bytes(file));
  }

  /** The same of its bytes. */
  public static PictureLook of(byte[] file) {
    PictureHeader header = PictureHeader.of(file);
    return new PictureLook((int) header.width(), (int) header.height());
  }

  /**
   * The same form, the longer side at most so many pixels, both in multiples of four.
   *
   * @param most of pixels
   */
  public PictureLook within(int most) {
    double shrink = Math.min(1, most / (double) Math.max(width, height));
    return new PictureLook(side(width * shrink), side(height * shrink));
  }

  private static int side(double length) {
    return Math.max(2 * MULTIPLE, (int) Math.round(length / MULTIPLE) * MULTIPLE);
  }
}
