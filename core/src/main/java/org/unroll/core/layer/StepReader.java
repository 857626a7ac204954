package org.unroll.core.layer;

import java.util.OptionalInt;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vertex that does not simply read step k of its inputs at output step k, when a graph runs step
 * by step.
 */
public interface StepReader {

  /**
   * @param input index of the vertex's input
   * @param whole what it would read if all steps were run at once
   * @return what it reads at output step {@code step}, a view or the whole
   */
  INDArray atStep(int input, INDArray whole, int step);

  /** Whether all steps of an input must be known at every output step. */
  default boolean isReadWhole(int input) {
    return false;
  }

  /** The graph input whose mask it needs at every step, if any. */
  default OptionalInt maskAtStep() {
    return OptionalInt.empty();
  }
}
