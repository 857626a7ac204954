package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A forward pass of a cell and what its backward pass needs. Owned by one thread. */
public interface CellPass {

  /** The state after each example's last unmasked step; arrays of the pass, to be copied. */
  CellState last();

  /**
   * Back-propagation through time. To be called once.
   *
   * @param output gradient of the output {@code [t, b, u]} in C order; masked steps are ignored
   * @param last gradient of the last state
   * @param weights gradients of the parameters, to be overwritten
   * @param input gradient of the input {@code [t, b, n]} in C order, to be filled, 0 at masked
   *     steps
   * @return gradient of the initial state, arrays of the pass
   */
  CellState backward(INDArray output, CellState last, CellWeights weights, INDArray input);
}
