package org.unroll.core.layer.onednn;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Rows;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellWeights;

/**
 * A pass of the {@link OneDnnEngine}: what masks padded on the right add to a {@link CellProgram}.
 */
final class OneDnnPass implements CellPass {
  private final CellProgram program;
  private final CellInput input;
  private final StepMask mask;
  private final CellState last;

  /** The program has just run forward. */
  OneDnnPass(CellProgram program, CellInput input, INDArray output) {
    this.program = program;
    this.input = input;
    this.mask = input.mask();
    this.last = program.last();
    if (!mask.isFull()) {
      readEnds(output);
      clearPadding(output);
    }
  }

  /**
   * Whether all states in the padding are finite. Those of a cell with unbounded states can
   * overflow there, and 0 times infinity spoils the gradient where oneDNN keeps its own copy of the
   * states; where it goes back over the outputs, clearing them is enough.
   *
   * @param output as the program left it
   */
  static boolean isPaddingFinite(CellInput input, INDArray output) {
    Rows steps = new Rows(output);
    for (int b = 0; b < input.batch(); b++) {
      for (int t = input.mask().length(b); t < input.time(); t++) {
        if (!steps.isFinite((long) t * input.batch() + b)) {
          return false;
        }
      }
    }
    return true;
  }

  private void readEnds(INDArray output) {
    Rows steps = new Rows(output);
    Rows start = new Rows(input.initial().hidden());
    Rows end = new Rows(last.hidden());
    for (int b = 0; b < input.batch(); b++) {
      if (mask.length(b) == 0) {
        end.copy(b, start, b);
      } else {
        end.copy(b, steps, row(b, mask.length(b) - 1));
      }
    }
  }

  private void clearPadding(INDArray array) {
    Rows steps = new Rows(array);
    for (int b = 0; b < input.batch(); b++) {
      for (int t = mask.length(b); t < input.time(); t++) {
        steps.clear(row(b, t));
      }
    }
  }

  /** In {@code [t * b, n]}. */
  private long row(int example, int step) {
    return (long) step * input.batch() + example;
  }

  @Override
  public CellState last() {
    return last;
  }

  @Override
  public CellState backward(INDArray output, CellState last, CellWeights weights, INDArray in) {
    CellState start = backwards(output, last, weights, in);
    Reference.reachabilityFence(this); // the program goes back over what the forward pass read
    return start;
  }

  private CellState backwards(INDArray output, CellState last, CellWeights weights, INDArray in) {
    if (mask.isFull()) {
      return program.backward().run(output, last, weights, in);
    }
    INDArray entering = output.dup('c'); // [t, b, u]
    clearPadding(entering);
    addEnds(entering, last.hidden());
    long units = last.hidden().size(1);
    INDArray none = CellState.zeros(DataType.FLOAT, input.batch(), units).hidden(); // [b, u]
    CellState end = new CellState(none, last.memory());
    CellState start = program.backward().run(entering, end, weights, in);
    addEmpty(start.hidden(), last.hidden());
    return start;
  }

  /** The gradient of the last output enters at each sequence's true end. */
  private void addEnds(INDArray steps, INDArray ends) {
    Rows rows = new Rows(steps);
    Rows end = new Rows(ends);
    for (int b = 0; b < input.batch(); b++) {
      if (mask.length(b) > 0) {
        rows.add(row(b, mask.length(b) - 1), end, b);
      }
    }
  }

  /** Of an empty sequence the last state is the initial one. */
  private void addEmpty(INDArray starts, INDArray ends) {
    Rows start = new Rows(starts);
    Rows end = new Rows(ends);
    for (int b = 0; b < input.batch(); b++) {
      if (mask.length(b) == 0) {
        start.add(b, end, b);
      }
    }
  }
}
