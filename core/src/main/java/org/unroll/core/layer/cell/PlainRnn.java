package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link CellType#TANH} and {@link CellType#RELU}. */
record PlainRnn(boolean relu) implements PlainCell {

  @Override
  public CellState step(CellWeights weights, INDArray gates, CellState previous) {
    gates.addi(previous.hidden().mmul(weights.recurrent()));
    if (relu) {
      Transforms.relu(gates, false);
    } else {
      Transforms.tanh(gates, false);
    }
    return new CellState(gates.dup('c'), previous.memory());
  }

  @Override
  public CellState backward(Step step, INDArray gates, CellState next, CellWeights gradients) {
    INDArray slope =
        relu ? gates.gt(0).castTo(gates.dataType()) : PlainCell.tanhSlope(gates); // [b, u]
    gates.assign(slope.muli(next.hidden()));
    INDArray before = step.previous().hidden(); // [b, u]
    gradients.recurrent().addi(before.transpose().mmul(gates));
    INDArray hidden = gates.mmul(step.weights().recurrent().transpose()); // [b, u]
    return new CellState(hidden, next.memory());
  }
}
