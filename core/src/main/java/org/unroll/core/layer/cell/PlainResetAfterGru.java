package org.unroll.core.layer.cell;

import static org.unroll.core.layer.cell.PlainCell.block;
import static org.unroll.core.layer.cell.PlainCell.blocks;
import static org.unroll.core.layer.cell.PlainCell.sigmoidSlope;
import static org.unroll.core.layer.cell.PlainCell.tanhSlope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link CellType#GRU_RESET_AFTER}. */
record PlainResetAfterGru() implements PlainCell {
  private static final int UPDATE = 0;
  private static final int RESET = 1;
  private static final int CANDIDATE = 2;
  private static final int RECURRENT_BIAS = 3;

  @Override
  public CellState step(CellWeights weights, INDArray gates, CellState previous) {
    int units = weights.units();
    INDArray before = previous.hidden(); // [b, u]
    INDArray recurrent = before.mmul(weights.recurrent()); // [b, 3u]
    INDArray both = blocks(gates, UPDATE, CANDIDATE, units); // [b, 2u]
    both.addi(blocks(recurrent, UPDATE, CANDIDATE, units));
    Transforms.sigmoid(both, false);
    INDArray inner = // [b, u], R h + d
        block(recurrent, CANDIDATE, units)
            .addRowVector(block(weights.bias(), RECURRENT_BIAS, units));
    INDArray candidate = block(gates, CANDIDATE, units); // [b, u]
    candidate.addi(inner.muli(block(gates, RESET, units)));
    Transforms.tanh(candidate, false);
    INDArray change = before.sub(candidate).muli(block(gates, UPDATE, units)); // [b, u]
    return new CellState(change.addi(candidate), previous.memory());
  }

  @Override
  public CellState backward(Step step, INDArray gates, CellState next, CellWeights gradients) {
    int units = step.weights().units();
    INDArray weights = step.weights().recurrent(); // [u, 3u]
    INDArray before = step.previous().hidden(); // [b, u], as the next five
    INDArray update = block(gates, UPDATE, units).dup();
    INDArray reset = block(gates, RESET, units).dup();
    INDArray candidate = block(gates, CANDIDATE, units).dup();
    INDArray inner = before.mmul(block(weights, CANDIDATE, units)); // R h + d
    inner = inner.addRowVector(block(step.weights().bias(), RECURRENT_BIAS, units));
    INDArray outer = tanhSlope(candidate).muli(update.rsub(1)).muli(next.hidden());
    block(gates, UPDATE, units)
        .assign(sigmoidSlope(update).muli(before.sub(candidate)).muli(next.hidden()));
    block(gates, RESET, units).assign(sigmoidSlope(reset).muli(inner).muli(outer));
    block(gates, CANDIDATE, units).assign(outer);
    INDArray recurrent = gates.dup('c'); // [b, 3u], gradient of the recurrent product
    block(recurrent, CANDIDATE, units).muli(reset);
    gradients.recurrent().addi(before.transpose().mmul(recurrent));
    INDArray bias = block(gradients.bias(), RECURRENT_BIAS, units); // [1, u]
    bias.addi(block(recurrent, CANDIDATE, units).sum(true, 0));
    INDArray hidden = recurrent.mmul(weights.transpose()); // [b, u]
    return new CellState(hidden.addi(update.muli(next.hidden())), next.memory());
  }
}
