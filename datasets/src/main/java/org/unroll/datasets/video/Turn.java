package org.unroll.datasets.video;

import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.transpose;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How the frames of a video are turned and mirrored to be seen upright, as a phone tells that was
 * held on its side. Quarters alone; what lies between is rounded to the nearest.
 *
 * @param swapped rows become columns, before all else
 * @param across the columns run backwards
 * @param down the rows run backwards
 */
record Turn(boolean swapped, boolean across, boolean down) {
  static final Turn NONE = new Turn(false, false, false);

  /**
   * Of the display matrix of ISO 14496-12: a pixel at (x, y) is seen at (ax + cy, bx + dy).
   *
   * @param matrix a, b, u, c, d, v, x, y, w
   */
  static Turn of(int[] matrix) {
    long a = matrix[0];
    long b = matrix[1];
    long c = matrix[3];
    long d = matrix[4];
    boolean swapped = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
    return swapped ? new Turn(true, c < 0, b < 0) : new Turn(false, a < 0, d < 0);
  }

  /**
   * The picture upright; what native memory it makes is the caller's to free, by a scope around.
   */
  Mat applied(Mat picture) {
    Mat seen = picture;
    if (swapped) {
      seen = new Mat();
      transpose(picture, seen);
    }
    if (across || down) {
      Mat flipped = new Mat();
      flip(seen, flipped, across && down ? -1 : across ? 1 : 0);
      seen = flipped;
    }
    return seen;
  }
}
