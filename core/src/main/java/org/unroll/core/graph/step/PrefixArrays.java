package org.unroll.core.graph.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.layer.array.Rows;

/**
 * What the steps read of the prefix: arrays with an example a row, outside of any workspace, and
 * the same for the rows that are run at present. Owns them. Not thread-safe.
 */
final class PrefixArrays implements AutoCloseable {
  private final Map<String, INDArray> examples; // [examples, n] or [examples, t, n] in C order
  private final Map<String, INDArray> rooms = new HashMap<>(); // of the rows, or of more
  private Map<String, INDArray> rows;
  private int[] chosen;

  /**
   * @param examples by name, as {@link #copy} gives them, to be owned
   */
  PrefixArrays(Map<String, INDArray> examples, int count) {
    this.examples = examples;
    this.rows = examples;
    this.chosen = new int[count];
    Arrays.setAll(chosen, i -> i);
  }

  /**
   * Rows of a beam mostly stay with their example, so this is seldom work.
   *
   * @param wanted for each row its example
   * @return whether other arrays hold now
   */
  boolean choose(int[] wanted) {
    if (Arrays.equals(wanted, chosen)) {
      return false;
    }
    rows = new LinkedHashMap<>();
    examples.forEach((name, array) -> rows.put(name, pick(name, array, wanted)));
    chosen = wanted.clone();
    return true;
  }

  private INDArray pick(String name, INDArray array, int[] wanted) {
    long[] shape = array.shape().clone(); // ND4J hands out its own
    INDArray flat = array.reshape('c', shape[0], array.length() / shape[0]);
    shape[0] = wanted.length;
    INDArray picked = room(name, array.dataType(), shape);
    Rows.pull(flat, picked.reshape('c', wanted.length, flat.size(1)), wanted);
    return picked;
  }

  /** Memory that is asked for at every other step costs more than what is done in it. */
  private INDArray room(String name, DataType type, long... shape) {
    INDArray room = rooms.get(name);
    if (room == null || room.size(0) < shape[0]) {
      if (room != null) {
        room.close();
      }
      room = Nd4j.createUninitialized(type, shape, 'c');
      rooms.put(name, room);
    }
    return room.size(0) == shape[0] ? room : room.get(NDArrayIndex.interval(0, shape[0]));
  }

  /** What is to be owned: a copy of {@code [b, n]}, or of {@code [b, n, t]} step after step. */
  static INDArray copy(INDArray array) {
    return array.rank() == 3 ? array.permute(0, 2, 1).dup('c') : array.dup('c');
  }

  /** The array of the present rows, {@code [rows, n]} or {@code [rows, n, t]}, a view. */
  INDArray get(String name) {
    INDArray array = rows.get(name);
    return array.rank() == 3 ? array.permute(0, 2, 1) : array;
  }

  boolean has(String name) {
    return rows.containsKey(name);
  }

  @Override
  public void close() {
    rooms.values().forEach(INDArray::close);
    examples.values().forEach(INDArray::close);
  }
}
