package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The linear maps of a cell with their biases, and their gradients: from a step's input and from
 * the state before to the gates. Matrices, or convolutions of pictures. All arrays are new ones
 * unless said otherwise; u numbers are a state.
 */
public interface GateMaps {

  /** Numbers of a state. */
  long units();

  /**
   * The inputs' part of all gates.
   *
   * @param steps {@code [t, b, n]}
   * @return {@code [t, b, gates * u]}
   */
  INDArray ofInputs(INDArray steps);

  /**
   * The state's part of some gates.
   *
   * @param hidden {@code [b, u]}
   * @param end the gate after the last
   * @return {@code [b, (end - first) * u]}
   */
  INDArray ofState(INDArray hidden, int first, int end);

  /** Sets the gradients to zero, before a backward pass. */
  void clearGradients();

  /**
   * Adds to the gradient of the state's part.
   *
   * @param delta gradient by what {@link #ofState} gave
   * @return gradient by the state, {@code [b, u]}
   */
  INDArray differentiateState(INDArray hidden, INDArray delta, int first, int end);

  /**
   * Adds to the gradient of the inputs' part.
   *
   * @param delta gradient by what {@link #ofInputs} gave
   * @param in gradient by the steps, {@code [t, b, n]}, to be overwritten
   */
  void differentiateInputs(INDArray steps, INDArray delta, INDArray in);
}
