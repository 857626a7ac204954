package org.unroll.core.data;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.SinglePrecision;

/**
 * Rows of unequal length as one array, padded on the right to the longest, rounded up a little so
 * that a net sees few different shapes.
 *
 * @param numbers {@code [rows, time]}, 0 where a row has ended
 * @param mask {@code [rows, time]}, 1 up to there
 */
public record Padded(INDArray numbers, INDArray mask) {

  /** Of whole numbers, such as those of words. */
  public static Padded of(int[][] rows) {
    return of(Arrays.stream(rows).map(Padded::floats).toArray(float[][]::new));
  }

  static float[] floats(int[] numbers) {
    return SinglePrecision.of(Arrays.stream(numbers).asDoubleStream().toArray());
  }

  public static Padded of(float[][] rows) {
    int longest = 0;
    for (float[] row : rows) {
      longest = Math.max(longest, row.length);
    }
    int time = rounded(longest);
    float[] numbers = new float[rows.length * time];
    float[] mask = new float[rows.length * time];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, numbers, row * time, rows[row].length);
      Arrays.fill(mask, row * time, row * time + rows[row].length, 1);
    }
    return new Padded(
        Nd4j.createFromArray(numbers).reshape('c', rows.length, time),
        Nd4j.createFromArray(mask).reshape('c', rows.length, time));
  }

  /** As sequences of one number a step, {@code [rows, 1, time]}. */
  public Padded sequences() {
    return new Padded(numbers.reshape('c', numbers.size(0), 1, numbers.size(1)), mask);
  }

  /**
   * The only input of a net, with a class for each row.
   *
   * @param classes their numbers; labels are {@code [rows, 1]}
   */
  public MultiDataSet labelled(int[] classes) {
    return labelled(labels(classes));
  }

  /**
   * The only input of a net, with labels.
   *
   * @param labels {@code [rows, k]}
   */
  public MultiDataSet labelled(INDArray labels) {
    return new MultiDataSet(
        new INDArray[] {numbers}, new INDArray[] {labels}, new INDArray[] {mask}, null);
  }

  /** Class numbers as labels, {@code [rows, 1]}. */
  public static INDArray labels(int[] classes) {
    INDArray labels = Nd4j.createFromArray(classes).castTo(DataType.FLOAT);
    return labels.reshape('c', classes.length, 1);
  }

  /**
   * Labels of which any number holds for a row, {@code [rows, labels]}, 0 or 1: what a sigmoid head
   * is trained with.
   *
   * @param sets of each row the numbers of the labels that hold
   * @param labels how many there are
   */
  public static INDArray labels(int[][] sets, int labels) {
    float[] holds = new float[sets.length * labels];
    for (int row = 0; row < sets.length; row++) {
      for (int label : sets[row]) {
        holds[row * labels + label] = 1;
      }
    }
    return Nd4j.createFromArray(holds).reshape('c', sets.length, labels);
  }

  /**
   * Up to 15 the length itself, up to 31 a multiple of 2, up to 63 of 4, and so on: eight lengths
   * for each doubling. With multiples of 4 throughout, a sixth of the batches of short phrases was
   * padding.
   */
  public static int rounded(int length) {
    int step = Math.max(1, Integer.highestOneBit(length / 8));
    return (length + step - 1) / step * step;
  }
}
