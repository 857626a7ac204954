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
  public CellState step(GateMaps maps, INDArray gates, CellState previous) {
    long units = maps.units();
    INDArray before = previous.hidden(); // [b, u]
    INDArray both = blocks(gates, UPDATE, CANDIDATE, units); // [b, 2u]
    both.addi(maps.ofState(before, UPDATE, CANDIDATE));
    Transforms.sigmoid(both, false);
    INDArray kept = block(gates, RESET, units).mul(before); // [b, u]
    INDArray candidate = block(gates, CANDIDATE, units); // [b, u]
    candidate.addi(maps.ofState(kept, CANDIDATE, CANDIDATE + 1));
    Transforms.tanh(candidate, false);
    INDArray change = before.sub(candidate).muli(block(gates, UPDATE, units)); // [b, u]
    return new CellState(change.addi(candidate), previous.memory());
  }

  @Override
  public CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next) {
    long units = maps.units();
    INDArray before = previous.hidden(); // [b, u], as the next four
    INDArray update = block(gates, UPDATE, units).dup();
    INDArray reset = block(gates, RESET, units).dup();
    INDArray candidate = block(gates, CANDIDATE, units).dup();
    INDArray inner = tanhSlope(candidate).muli(update.rsub(1)).muli(next.hidden());
    INDArray kept = // [b, u], of r h
        maps.differentiateState(reset.mul(before), inner, CANDIDATE, CANDIDATE + 1);
    block(gates, UPDATE, units)
        .assign(sigmoidSlope(update).muli(before.sub(candidate)).muli(next.hidden()));
    block(gates, RESET, units).assign(sigmoidSlope(reset).muli(before).muli(kept));
    block(gates, CANDIDATE, units).assign(inner);
    INDArray both = blocks(gates, UPDATE, CANDIDATE, units); // [b, 2u]
    INDArray hidden = update.muli(next.hidden()).addi(kept.muli(reset)); // [b, u]
    hidden.addi(maps.differentiateState(before, both, UPDATE, CANDIDATE));
    return new CellState(hidden, next.memory());
  }
}
