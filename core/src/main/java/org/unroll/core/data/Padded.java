package org.unroll.core.data;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Rows of unequal length as one array, padded on the right to the longest, rounded up a little so
 * that a net sees few different shapes.
 *
 * @param numbers {@code [rows, time]}, 0 where a row has ended
 * @param mask {@code [rows, time]}, 1 up to there
 */
public record Padded(INDArray numbers, INDArray mask) {

  public static Padded of(int[][] rows) {
    int longest = 0;
    for (int[] row : rows) {
      longest = Math.max(longest, row.length);
    }
    int time = rounded(longest);
    float[] numbers = new float[rows.length * time];
    float[] mask = new float[rows.length * time];
    for (int row = 0; row < rows.length; row++) {
      for (int t = 0; t < rows[row].length; t++) {
        numbers[row * time + t] = rows[row][t];
        mask[row * time + t] = 1;
      }
    }
    return new Padded(
        Nd4j.createFromArray(numbers).reshape('c', rows.length, time),
        Nd4j.createFromArray(mask).reshape('c', rows.length, time));
  }

  /**
   * Up to 15 the length itself, up to 31 a multiple of 2, up to 63 of 4, and so on: eight lengths
   * for each doubling. With multiples of 4 throughout, a sixth of the batches of short phrases was
   * padding.
   */
  static int rounded(int length) {
    int step = Math.max(1, Integer.highestOneBit(length / 8));
    return (length + step - 1) / step * step;
  }
}
