package org.unroll.core.layer.head;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A head's output {@code [b, targets * levels, t]} or {@code [b, targets * levels]}, in C order,
 * with the levels as an axis of their own.
 */
final class LevelAxis {
  private final INDArray values; // [b, targets, levels, t], a view

  /**
   * @param output in C order without gaps
   */
  LevelAxis(INDArray output, int levels) {
    long time = output.rank() == 3 ? output.size(2) : 1;
    this.values = output.reshape('c', output.size(0), output.size(1) / levels, levels, time);
  }

  /** The view {@code [b, targets, t]} of one level. */
  INDArray level(int index) {
    return values.get(all(), all(), point(index), all());
  }

  long time() {
    return values.size(3);
  }
}
