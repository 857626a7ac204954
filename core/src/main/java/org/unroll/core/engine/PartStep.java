package org.unroll.core.engine;

import java.util.Map;
import java.util.OptionalLong;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * One part of a batch in a step: its loss, and its gradient in a replica of the graph. A batch is a
 * {@link #begin}, a {@link #compute} for each of its sections, then {@link #keepStream} if all went
 * well, and {@link #forget} in any case.
 */
interface PartStep {
  /**
   * @param loss sum over the labels
   * @param labels unmasked
   */
  record Sum(double loss, double labels) {
    static final Sum NOTHING = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(loss + other.loss, labels + other.labels);
    }

    double mean() {
      return loss / Math.max(1, labels);
    }
  }

  /**
   * @param continues whether recurrent layers go on from {@link #streamState}
   * @param seed of what is drawn in the part; empty to go on drawing
   */
  void begin(MultiDataSet part, boolean continues, OptionalLong seed);

  /**
   * The gradient of the sum of the losses is in the replica afterwards.
   *
   * @param section from 0
   */
  Sum compute(int section);

  /** After the last section: the next part may continue this one. */
  void keepStream();

  /** What is left behind would be taken for the size and the masks of the next output. */
  void forget();

  Map<String, INDArray> streamState();

  void streamState(Map<String, INDArray> state);
}
