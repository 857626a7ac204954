package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;

/**
 * @param floats at work where numbers are of single precision and on the CPU
 * @param others elsewhere, with the same results but for rounding
 */
record CellByType(PlainCell floats, PlainCell others) implements PlainCell {
  private PlainCell of(INDArray gates) {
    return Floats.areIn(gates) ? floats : others;
  }

  @Override
  public CellState step(GateMaps maps, INDArray gates, CellState previous) {
    return of(gates).step(maps, gates, previous);
  }

  @Override
  public CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next) {
    return of(gates).backward(maps, previous, gates, next);
  }
}
