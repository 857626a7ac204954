package org.unroll.datasets.caption;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;

/**
 * Features of pictures, a row each, by region.
 *
 * @param regions places of a picture that have features of their own
 * @param size features of one
 */
record FeatureArray(int regions, int size, Rows rows) {
  /** Reads rows. */
  interface Rows {
    /**
     * @param wanted from 0
     * @return {@code [regions, size]} of each, region by region
     */
    float[][] read(int[] wanted);
  }

  /**
   * Of shape {@code [images, n]}, {@code [images, regions, n]}, or with the regions in rows and
   * columns: {@code [images, h, w, n]}, as TensorFlow has them, or {@code [images, n, h, w]}, as
   * PyTorch.
   *
   * @throws UserError if the shape is another, or does not tell which
   */
  static FeatureArray of(NpyFile npy) {
    List<Integer> shape = npy.shape();
    return switch (shape.size()) {
      case 2 -> new FeatureArray(1, shape.get(1), npy::rows);
      case 3 -> new FeatureArray(shape.get(1), shape.get(2), npy::rows);
      case 4 -> ofPlaces(npy, shape);
      default -> throw refused(npy.file(), shape);
    };
  }

  private static FeatureArray ofPlaces(NpyFile npy, List<Integer> shape) {
    int first = shape.get(1);
    int second = shape.get(2);
    int third = shape.get(3);
    if (first == second && second != third) {
      return new FeatureArray(first * second, third, npy::rows);
    }
    if (second == third && first != second) {
      return new FeatureArray(second * third, first, wanted -> transposed(npy.rows(wanted), first));
    }
    throw refused(npy.file(), shape);
  }

  private static UserError refused(Path file, List<Integer> shape) {
    return new UserError(
        "%s: an array of shape %s; expected [images, n] or [images, regions, n]: reshape it"
            .formatted(file, shape));
  }

  /** From {@code [size, regions]} to {@code [regions, size]}. */
  private static float[][] transposed(float[][] rows, int size) {
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      int regions = row.length / size;
      float[] other = new float[row.length];
      for (int at = 0; at < row.length; at++) {
        other[at % regions * size + at / regions] = row[at];
      }
      rows[i] = other;
    }
    return rows;
  }
}
