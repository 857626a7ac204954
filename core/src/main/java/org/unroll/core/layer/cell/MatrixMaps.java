package org.unroll.core.layer.cell;

import static org.unroll.core.layer.cell.PlainCell.block;
import static org.unroll.core.layer.cell.PlainCell.blocks;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Maps by matrices. A bias with a block more than there are gates ends with that of the state's
 * part of the last gate.
 *
 * @param gradients of the weights; empty if there will be no backward pass
 */
record MatrixMaps(CellWeights weights, Optional<CellWeights> gradients) implements GateMaps {
  @Override
  public long units() {
    return weights.units();
  }

  private int gates() {
    return (int) (weights.recurrent().size(1) / units());
  }

  private boolean hasStateBias(int end) {
    return end == gates() && weights.bias().size(1) > weights.recurrent().size(1);
  }

  @Override
  public INDArray ofInputs(INDArray steps) {
    long width = weights.input().size(1);
    INDArray bias = blocks(weights.bias(), 0, 1, width); // [1, gates * u]
    return rows(steps)
        .mmul(weights.input())
        .addiRowVector(bias)
        .dup('c')
        .reshape('c', steps.size(0), steps.size(1), width);
  }

  @Override
  public INDArray ofState(INDArray hidden, int first, int end) {
    INDArray part = hidden.mmul(blocks(weights.recurrent(), first, end, units()));
    if (hasStateBias(end)) {
      INDArray last = block(part, end - 1 - first, units()); // [b, u]
      last.addiRowVector(block(weights.bias(), end, units()));
    }
    return part;
  }

  @Override
  public void clearGradients() {
    CellWeights all = gradients.orElseThrow();
    all.input().assign(0);
    all.recurrent().assign(0);
    all.bias().assign(0);
  }

  @Override
  public INDArray differentiateState(INDArray hidden, INDArray delta, int first, int end) {
    CellWeights all = gradients.orElseThrow();
    blocks(all.recurrent(), first, end, units()).addi(hidden.transpose().mmul(delta));
    if (hasStateBias(end)) {
      INDArray last = block(delta, end - 1 - first, units()); // [b, u]
      block(all.bias(), end, units()).addi(last.sum(true, 0));
    }
    return delta.mmul(blocks(weights.recurrent(), first, end, units()).transpose());
  }

  @Override
  public void differentiateInputs(INDArray steps, INDArray delta, INDArray in) {
    CellWeights all = gradients.orElseThrow();
    INDArray rows = rows(delta); // [t * b, gates * u]
    all.input().addi(rows(steps).transpose().mmul(rows));
    blocks(all.bias(), 0, 1, rows.size(1)).addi(rows.sum(true, 0));
    rows(in).assign(rows.mmul(weights.input().transpose()));
  }

  private static INDArray rows(INDArray steps) {
    return steps.reshape('c', steps.size(0) * steps.size(1), steps.size(2)); // [t * b, n]
  }
}
