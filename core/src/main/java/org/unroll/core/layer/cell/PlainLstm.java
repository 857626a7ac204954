package org.unroll.core.layer.cell;

import static org.unroll.core.layer.cell.PlainCell.block;
import static org.unroll.core.layer.cell.PlainCell.sigmoidSlope;
import static org.unroll.core.layer.cell.PlainCell.tanhSlope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link CellType#LSTM}. */
record PlainLstm() implements PlainCell {
  private static final int INPUT = 0;
  private static final int FORGET = 1;
  private static final int CANDIDATE = 2;
  private static final int OUTPUT = 3;

  @Override
  public CellState step(GateMaps maps, INDArray gates, CellState previous) {
    long units = maps.units();
    gates.addi(maps.ofState(previous.hidden(), INPUT, OUTPUT + 1));
    Transforms.sigmoid(PlainCell.blocks(gates, INPUT, CANDIDATE, units), false);
    Transforms.tanh(block(gates, CANDIDATE, units), false);
    Transforms.sigmoid(block(gates, OUTPUT, units), false);
    INDArray memory = memory(gates, previous, units); // [b, u]
    INDArray hidden = Transforms.tanh(memory, true).muli(block(gates, OUTPUT, units)); // [b, u]
    return new CellState(hidden, memory);
  }

  private static INDArray memory(INDArray gates, CellState previous, long units) {
    INDArray kept = block(gates, FORGET, units).mul(previous.memory()); // [b, u]
    return kept.addi(block(gates, INPUT, units).mul(block(gates, CANDIDATE, units)));
  }

  @Override
  public CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next) {
    long units = maps.units();
    INDArray in = block(gates, INPUT, units).dup(); // [b, u], as the next three
    INDArray forget = block(gates, FORGET, units).dup();
    INDArray candidate = block(gates, CANDIDATE, units).dup();
    INDArray out = block(gates, OUTPUT, units).dup();
    INDArray squashed = Transforms.tanh(memory(gates, previous, units), false); // [b, u]
    INDArray memory = // [b, u], gradient of c'
        tanhSlope(squashed).muli(out).muli(next.hidden()).addi(next.memory());
    block(gates, OUTPUT, units).assign(sigmoidSlope(out).muli(squashed).muli(next.hidden()));
    block(gates, INPUT, units).assign(sigmoidSlope(in).muli(candidate).muli(memory));
    block(gates, CANDIDATE, units).assign(tanhSlope(candidate).muli(in).muli(memory));
    INDArray before = previous.memory(); // [b, u]
    block(gates, FORGET, units).assign(sigmoidSlope(forget).muli(before).muli(memory));
    INDArray hidden = // [b, u]
        maps.differentiateState(previous.hidden(), gates, INPUT, OUTPUT + 1);
    return new CellState(hidden, forget.muli(memory));
  }
}
