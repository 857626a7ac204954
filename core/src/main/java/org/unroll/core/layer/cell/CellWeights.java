package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of a cell (see {@link CellType} for the order of the gates), or their gradients.
 * All in C order.
 *
 * @param input {@code [n, gates * u]}
 * @param recurrent {@code [u, gates * u]}
 * @param bias {@code [1, biases * u]}
 */
public record CellWeights(INDArray input, INDArray recurrent, INDArray bias) {
  public int inputs() {
    return (int) input.size(0);
  }

  public int units() {
    return (int) recurrent.size(0);
  }
}
