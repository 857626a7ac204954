package org.unroll.datasets.lab;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.layer.array.Floats;

/** Symbols that are read, and some that are to be said, as arrays. */
final class SymbolRows {
  static final String INPUT = "symbols";

  private SymbolRows() {}

  /**
   * One example.
   *
   * @param read a symbol a step
   * @param from the step at which the first symbol is to be said
   * @param said from there on, a symbol a step
   */
  record Row(int[] read, int from, int[] said) {}

  /**
   * Features [batch, time], labels [batch, 1, time] with a mask [batch, time] that is 1 where
   * something is to be said; features have a mask if rows differ in length.
   */
  static MultiDataSet arrays(List<Row> rows) {
    int time = rows.stream().mapToInt(row -> row.read.length).max().orElseThrow();
    float[] read = new float[rows.size() * time];
    float[] there = new float[read.length];
    float[] said = new float[read.length];
    float[] asked = new float[read.length];
    for (int number = 0; number < rows.size(); number++) {
      Row row = rows.get(number);
      int start = number * time;
      Arrays.fill(there, start, start + row.read.length, 1);
      Arrays.fill(asked, start + row.from, start + row.from + row.said.length, 1);
      copy(row.read, read, start);
      copy(row.said, said, start + row.from);
    }
    boolean padded = rows.stream().anyMatch(row -> row.read.length < time);
    int batch = rows.size();
    return new MultiDataSet(
        new INDArray[] {Floats.array(read, batch, time)},
        new INDArray[] {Floats.array(said, batch, 1, time)},
        padded ? new INDArray[] {Floats.array(there, batch, time)} : null,
        new INDArray[] {Floats.array(asked, batch, time)});
  }

  private static void copy(int[] numbers, float[] into, int from) {
    for (int i = 0; i < numbers.length; i++) {
      into[from + i] = numbers[i];
    }
  }
}
