package org.unroll.core.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a cell reads.
 *
 * @param steps {@code [t, b, n]}, time-major in C order
 * @param mask which steps count; their values must be finite in all steps
 * @param initial the state before the first step
 */
record CellInput(INDArray steps, StepMask mask, CellState initial) {
  int time() {
    return (int) steps.size(0);
  }

  int batch() {
    return (int) steps.size(1);
  }
}
