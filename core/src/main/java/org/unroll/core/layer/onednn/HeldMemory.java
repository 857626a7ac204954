package org.unroll.core.layer.onednn;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.PlainCell;

/**
 * Makes an lstm hold its memory through padding, where only a plain run of oneDNN is at hand: one
 * more input is 1 in the padding, and its weights close the input gate and open the forget gate so
 * far that they are exactly 0 and 1. Then c' = c, forward and backward. Not thread-safe.
 */
final class HeldMemory implements AutoCloseable {
  /** Larger than any sum of inputs, so that a logistic function rounds to 0 or 1. */
  private static final double SHUT = 1e6;

  private static final int INPUT_GATE = 0;
  private static final int FORGET_GATE = 1;

  private final CellWeights weights;
  private final CellInput input;
  private final INDArray weightGradient; // [n + 1, 4u]
  private final INDArray inputGradient; // [t, b, n + 1]

  HeldMemory(CellWeights narrow, CellInput read) {
    long inputs = narrow.inputs();
    INDArray wide = zeros(inputs + 1, narrow.input().size(1)); // [n + 1, 4u]
    wide.get(interval(0, inputs), all()).assign(narrow.input());
    INDArray last = wide.get(interval(inputs, inputs + 1), all()); // [1, 4u]
    PlainCell.block(last, INPUT_GATE, narrow.units()).assign(-SHUT);
    PlainCell.block(last, FORGET_GATE, narrow.units()).assign(SHUT);
    INDArray steps = zeros(read.time(), read.batch(), inputs + 1); // [t, b, n + 1]
    steps.get(all(), all(), interval(0, inputs)).assign(read.steps());
    steps.get(all(), all(), point(inputs)).assign(padding(read.mask()));
    this.weights = new CellWeights(wide, narrow.recurrent(), narrow.bias());
    this.input = new CellInput(steps, read.mask(), read.initial());
    this.weightGradient = zeros(wide.shape());
    this.inputGradient = zeros(steps.shape());
  }

  private static INDArray padding(StepMask mask) {
    float[][] padding = new float[mask.time()][mask.batch()];
    for (int t = 0; t < mask.time(); t++) {
      for (int b = 0; b < mask.batch(); b++) {
        padding[t][b] = mask.counts(b, t) ? 0 : 1;
      }
    }
    return Nd4j.createFromArray(padding); // [t, b]
  }

  @SuppressWarnings("try") // the scope is closed, not read
  private static INDArray zeros(long... shape) {
    try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      return Nd4j.zeros(DataType.FLOAT, shape);
    }
  }

  CellWeights weights() {
    return weights;
  }

  CellInput input() {
    return input;
  }

  /** A pass over the widened arrays as one over the narrow ones. */
  CellPass pass(CellPass wide) {
    return new CellPass() {
      @Override
      public CellState last() {
        return wide.last();
      }

      @Override
      public CellState backward(INDArray output, CellState last, CellWeights narrow, INDArray in) {
        CellWeights wider = new CellWeights(weightGradient, narrow.recurrent(), narrow.bias());
        CellState start = wide.backward(output, last, wider, inputGradient);
        narrow.input().assign(weightGradient.get(interval(0, narrow.inputs()), all()));
        in.assign(inputGradient.get(all(), all(), interval(0, narrow.inputs())));
        return start;
      }
    };
  }

  @Override
  public void close() {
    weights.input().close();
    input.steps().close();
    weightGradient.close();
    inputGradient.close();
  }
}
