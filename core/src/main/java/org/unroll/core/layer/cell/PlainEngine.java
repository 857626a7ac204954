package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The cells in plain ND4J operations: any backend, precision and mask. One product for the inputs
 * of all steps, then step by step.
 */
public final class PlainEngine implements RecurrentEngine {
  private final PlainCell cell;

  public PlainEngine(CellType type) {
    this.cell = PlainCell.of(type);
  }

  @Override
  public CellPass forward(CellWeights weights, CellInput input, INDArray output, Use use) {
    return new PlainPass(cell, weights, input, output);
  }

  @Override
  public void release() {}
}
