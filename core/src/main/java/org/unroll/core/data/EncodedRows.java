package org.unroll.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.SinglePrecision;

/**
 * Inputs that are a row of numbers each. Immutable and thread-safe.
 *
 * @param rows a number a step; not to be changed
 * @param tokens whether these are numbers of words, {@code [batch, time]}, and not sequences {@code
 *     [batch, 1, time]}
 */
public record EncodedRows(List<float[]> rows, boolean tokens) implements Encoded {
  /** Of word numbers. */
  public static EncodedRows tokens(List<int[]> rows) {
    return new EncodedRows(Derived.of(StoredList.numbers(rows), Padded::floats), true);
  }

  /**
   * Of sequences of numbers.
   *
   * @param steps of an input, one a step
   */
  public static <I> EncodedRows sequences(List<I> inputs, Function<I, double[]> steps) {
    return new EncodedRows(inputs.stream().map(steps).map(SinglePrecision::of).toList(), false);
  }

  @Override
  public int[] lengths() {
    return rows.stream().mapToInt(row -> row.length).toArray();
  }

  @Override
  public MultiDataSet arrays(int[] examples, INDArray labels) {
    float[][] taken = new float[examples.length][];
    Arrays.setAll(taken, i -> rows.get(examples[i]));
    Padded padded = Padded.of(taken);
    return (tokens ? padded : padded.sequences()).labelled(labels);
  }
}
