package org.unroll.core.layer.cell;

import static org.unroll.core.layer.cell.PlainCell.block;
import static org.unroll.core.layer.cell.PlainCell.blocks;
import static org.unroll.core.layer.cell.PlainCell.sigmoidSlope;
import static org.unroll.core.layer.cell.PlainCell.tanhSlope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link CellType#GRU}. */
record PlainGru() implements PlainCell {
  private static final int UPDATE = 0;
  private static final int RESET = 1;
  private static final int CANDIDATE = 2;

  @Override
  public CellState step(CellWeights weights, INDArray gates, CellState previous) {
    int units = weights.units();
    INDArray before = previous.hidden(); // [b, u]
    INDArray both = blocks(gates, UPDATE, CANDIDATE, units); // [b, 2u]
    both.addi(before.mmul(blocks(weights.recurrent(), UPDATE, CANDIDATE, units)));
    Transforms.sigmoid(both, false);
    INDArray kept = block(gates, RESET, units).mul(before); // [b, u]
    INDArray candidate = block(gates, CANDIDATE, units); // [b, u]
    candidate.addi(kept.mmul(block(weights.recurrent(), CANDIDATE, units)));
    Transforms.tanh(candidate, false);
    INDArray change = before.sub(candidate).muli(block(gates, UPDATE, units)); // [b, u]
    return new CellState(change.addi(candidate), previous.memory());
  }

  @Override
  public CellState backward(Step step, INDArray gates, CellState next, CellWeights gradients) {
    int units = step.weights().units();
    INDArray recurrent = step.weights().recurrent(); // [u, 3u]
    INDArray before = step.previous().hidden(); // [b, u], as the next four
    INDArray update = block(gates, UPDATE, units).dup();
    INDArray reset = block(gates, RESET, units).dup();
    INDArray candidate = block(gates, CANDIDATE, units).dup();
    INDArray inner = tanhSlope(candidate).muli(update.rsub(1)).muli(next.hidden());
    INDArray kept = inner.mmul(block(recurrent, CANDIDATE, units).transpose()); // [b, u], of r h
    block(gates, UPDATE, units)
        .assign(sigmoidSlope(update).muli(before.sub(candidate)).muli(next.hidden()));
    block(gates, RESET, units).assign(sigmoidSlope(reset).muli(before).muli(kept));
    block(gates, CANDIDATE, units).assign(inner);
    INDArray both = blocks(gates, UPDATE, CANDIDATE, units); // [b, 2u]
    blocks(gradients.recurrent(), UPDATE, CANDIDATE, units).addi(before.transpose().mmul(both));
    block(gradients.recurrent(), CANDIDATE, units).addi(reset.mul(before).transpose().mmul(inner));
    INDArray hidden = update.muli(next.hidden()).addi(kept.muli(reset)); // [b, u]
    hidden.addi(both.mmul(blocks(recurrent, UPDATE, CANDIDATE, units).transpose()));
    return new CellState(hidden, next.memory());
  }
}
