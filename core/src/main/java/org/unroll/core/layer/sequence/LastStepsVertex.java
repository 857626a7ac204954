package org.unroll.core.layer.sequence;

import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.Rows;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/** {@link LastSteps} at work. Owned by the graph's thread. */
final class LastStepsVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final int maskInput;
  private int[] rows = {}; // of each example's last step in [t * b, n]
  private int time;

  LastStepsVertex(VertexPlace place, int maskInput) {
    super(place);
    this.maskInput = maskInput;
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray steps = // [t, b, n]
        TimeMajor.steps(workspaces, ArrayType.FF_WORKING_MEM, inputs[0]);
    time = (int) steps.size(0);
    rows = rows((int) steps.size(1));
    INDArray flat = steps.reshape('c', steps.size(0) * steps.size(1), steps.size(2)); // [t * b, n]
    INDArray last = // [b, n]
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS, flat.dataType(), new long[] {rows.length, flat.size(1)}, 'c');
    return Rows.pull(flat, last, rows);
  }

  private int[] rows(int batch) {
    int[] last = new int[batch];
    StepMask mask = inputMask(maskInput, batch, time);
    Arrays.setAll(last, b -> mask.lastStep(b) * batch + b);
    return last;
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    long[] shape = {time, rows.length, epsilon.size(1)};
    INDArray steps = // [t, b, n], zeros
        workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), shape, 'c');
    INDArray dense = TimeMajor.isDense(epsilon) ? epsilon : epsilon.dup('c'); // [b, n]
    if (Floats.areIn(steps)) {
      Rows target = new Rows(steps);
      Rows source = new Rows(dense);
      for (int b = 0; b < rows.length; b++) {
        target.copy(rows[b], source, b);
      }
    } else {
      for (int b = 0; b < rows.length; b++) {
        steps.get(point(rows[b] / rows.length), point(b)).assign(dense.get(point(b)));
      }
    }
    return new INDArray[] {TimeMajor.sequences(steps)};
  }

  /** There is one step left, which counts. */
  @Override
  protected Optional<INDArray> outputMask(INDArray[] masks) {
    return Optional.empty();
  }
}
