package org.unroll.core.layer.sequence;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/** {@link FlattenSteps} at work. Owned by the graph's thread. */
final class FlattenStepsVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final int maskInput;
  private final int steps;
  private long[] shape = {}; // [b, n, t]
  private transient List<Run> runs = List.of();

  /**
   * Unmasked steps one after the other, alike in some examples; ends are exclusive.
   *
   * @param slot where the first of them goes
   */
  private record Run(int example, int endExample, int step, int endStep, int slot) {
    /** Of {@code [b, n, t]}, as {@code [b', t', n]}. */
    INDArray of(INDArray sequences) {
      return sequences
          .get(interval(example, endExample), all(), interval(step, endStep))
          .permute(0, 2, 1);
    }

    /** Of {@code [b, slots, n]}. */
    INDArray ofRows(INDArray rows) {
      return rows.get(interval(example, endExample), interval(slot, slot + endStep - step), all());
    }
  }

  FlattenStepsVertex(VertexPlace place, int maskInput, int steps) {
    super(place);
    this.maskInput = maskInput;
    this.steps = steps;
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray read = inputs[0]; // [b, n, t]
    shape = read.shape();
    runs = runs();
    INDArray flat = // [b, steps * n], zeros
        workspaces.create(
            ArrayType.ACTIVATIONS, read.dataType(), new long[] {shape[0], steps * shape[1]}, 'c');
    INDArray rows = flat.reshape('c', shape[0], steps, shape[1]); // [b, steps, n]
    for (Run run : runs) {
      run.ofRows(rows).assign(run.of(read));
    }
    return flat;
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    long[] timeMajor = {shape[2], shape[0], shape[1]};
    INDArray gradient = // [b, n, t], zeros
        TimeMajor.sequences(
            workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), timeMajor, 'c'));
    INDArray dense = TimeMajor.isDense(epsilon) ? epsilon : epsilon.dup('c'); // [b, steps * n]
    INDArray rows = dense.reshape('c', shape[0], steps, shape[1]); // [b, steps, n]
    for (Run run : runs) {
      run.of(gradient).assign(run.ofRows(rows));
    }
    return new INDArray[] {gradient};
  }

  private List<Run> runs() {
    int batch = (int) shape[0];
    int time = (int) shape[2];
    StepMask mask = inputMask(maskInput, batch, time);
    if (mask.isFull()) {
      int count = Math.min(steps, time);
      return List.of(new Run(0, batch, time - count, time, steps - count));
    }
    List<Run> found = new ArrayList<>();
    for (int b = 0; b < batch; b++) {
      addRuns(b, mask, found);
    }
    return found;
  }

  private void addRuns(int example, StepMask mask, List<Run> found) {
    int end = mask.lastStep(example) + 1;
    int first = Math.max(0, end - steps);
    for (int t = first; t < end; t++) {
      int begin = t;
      while (t < end && mask.counts(example, t)) {
        t++;
      }
      if (t > begin) {
        found.add(new Run(example, example + 1, begin, t, steps - end + begin));
      }
    }
  }

  /** A vector has no steps. */
  @Override
  protected Optional<INDArray> outputMask(INDArray[] masks) {
    return Optional.empty();
  }
}
