package org.unroll.datasets.image;

import org.unroll.core.layer.image.PictureSize;

/**
 * From a picture's bytes to the numbers that a net sees: in plain loops, by a table of what each of
 * the 256 values becomes. Immutable and thread-safe.
 */
final class PictureFloats {
  private final PictureSize size;
  private final PictureScale scale;
  private final float[][] levels; // [channels, 256], of colours left as they are

  PictureFloats(PictureSize size, PictureScale scale) {
    if (scale.means().size() != size.channels()) {
      throw new IllegalArgumentException(scale + " is no scale of pictures of " + size);
    }
    this.size = size;
    this.scale = scale;
    this.levels = levels(PictureView.WHOLE);
  }

  private float[][] levels(PictureView view) {
    float[][] all = new float[size.channels()][];
    for (int channel = 0; channel < all.length; channel++) {
      all[channel] = scale.levels(channel, view);
    }
    return all;
  }

  PictureSize size() {
    return size;
  }

  /**
   * Writes a picture, {@code [channels, height, width]}.
   *
   * @param start where its first pixel is
   * @param at where its first number goes
   */
  void write(byte[] pixels, int start, PictureView view, float[] out, int at) {
    float[][] seen = view.isInColour() ? levels : levels(view);
    for (int channel = 0; channel < seen.length; channel++) {
      int from = start + channel * size.plane();
      int to = at + (scale.reversed() ? seen.length - 1 - channel : channel) * size.plane();
      if (view.isInPlace()) {
        copy(pixels, from, seen[channel], out, to);
      } else {
        move(pixels, from, seen[channel], view, out, to);
      }
    }
  }

  private void copy(byte[] pixels, int from, float[] seen, float[] out, int at) {
    for (int i = 0; i < size.plane(); i++) {
      out[at + i] = seen[pixels[from + i] & 0xFF];
    }
  }

  private void move(byte[] pixels, int from, float[] seen, PictureView view, float[] out, int at) {
    int width = size.width();
    int[] columns = columns(view);
    for (int y = 0; y < size.height(); y++) {
      int row = from + inside(y + view.down(), size.height()) * width;
      int to = at + y * width;
      for (int x = 0; x < width; x++) {
        out[to + x] = seen[pixels[row + columns[x]] & 0xFF];
      }
    }
  }

  private int[] columns(PictureView view) {
    int width = size.width();
    int[] columns = new int[width];
    for (int x = 0; x < width; x++) {
      columns[x] = inside((view.mirrored() ? width - 1 - x : x) + view.right(), width);
    }
    return columns;
  }

  /** The nearest place in the picture. */
  private static int inside(int place, int length) {
    return Math.max(0, Math.min(length - 1, place));
  }
}
