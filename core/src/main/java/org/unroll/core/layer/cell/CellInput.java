package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.StepMask;

/**
 * What a cell reads.
 *
 * @param steps {@code [t, b, n]}, time-major in C order
 * @param mask which steps count; their values must be finite in all steps
 * @param initial the state before the first step
 */
public record CellInput(INDArray steps, StepMask mask, CellState initial) {
  public int time() {
    return (int) steps.size(0);
  }

  public int batch() {
    return (int) steps.size(1);
  }
}
