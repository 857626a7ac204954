package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link CellType#TANH} and {@link CellType#RELU}. */
record PlainRnn(boolean relu) implements PlainCell {

  @Override
  public CellState step(GateMaps maps, INDArray gates, CellState previous) {
    gates.addi(maps.ofState(previous.hidden(), 0, 1));
    if (relu) {
      Transforms.relu(gates, false);
    } else {
      Transforms.tanh(gates, false);
    }
    return new CellState(gates.dup('c'), previous.memory());
  }

  @Override
  public CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next) {
    INDArray slope =
        relu ? gates.gt(0).castTo(gates.dataType()) : PlainCell.tanhSlope(gates); // [b, u]
    gates.assign(slope.muli(next.hidden()));
    INDArray hidden = maps.differentiateState(previous.hidden(), gates, 0, 1); // [b, u]
    return new CellState(hidden, next.memory());
  }
}
