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

  @Override
  public CellState step(GateMaps maps, INDArray gates, CellState previous) {
    long units = maps.units();
    INDArray before = previous.hidden(); // [b, u]
    INDArray recurrent = maps.ofState(before, UPDATE, CANDIDATE + 1); // [b, 3u]
    INDArray both = blocks(gates, UPDATE, CANDIDATE, units); // [b, 2u]
    both.addi(blocks(recurrent, UPDATE, CANDIDATE, units));
    Transforms.sigmoid(both, false);
    INDArray inner = block(recurrent, CANDIDATE, units); // [b, u], R h + d
    INDArray candidate = block(gates, CANDIDATE, units); // [b, u]
    candidate.addi(inner.muli(block(gates, RESET, units)));
    Transforms.tanh(candidate, false);
    INDArray change = before.sub(candidate).muli(block(gates, UPDATE, units)); // [b, u]
    return new CellState(change.addi(candidate), previous.memory());
  }

  @Override
  public CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next) {
    long units = maps.units();
    INDArray before = previous.hidden(); // [b, u], as the next five
    INDArray update = block(gates, UPDATE, units).dup();
    INDArray reset = block(gates, RESET, units).dup();
    INDArray candidate = block(gates, CANDIDATE, units).dup();
    INDArray inner = maps.ofState(before, CANDIDATE, CANDIDATE + 1); // R h + d
    INDArray outer = tanhSlope(candidate).muli(update.rsub(1)).muli(next.hidden());
    block(gates, UPDATE, units)
        .assign(sigmoidSlope(update).muli(before.sub(candidate)).muli(next.hidden()));
    block(gates, RESET, units).assign(sigmoidSlope(reset).muli(inner).muli(outer));
    block(gates, CANDIDATE, units).assign(outer);
    INDArray recurrent = gates.dup('c'); // [b, 3u], gradient of the recurrent product
    block(recurrent, CANDIDATE, units).muli(reset);
    INDArray hidden = // [b, u]
        maps.differentiateState(before, recurrent, UPDATE, CANDIDATE + 1);
    return new CellState(hidden.addi(update.muli(next.hidden())), next.memory());
  }
}
