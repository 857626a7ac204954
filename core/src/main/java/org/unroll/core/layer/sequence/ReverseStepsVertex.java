package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.Rows;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/**
 * {@link ReverseSteps} at work, as one gathering of rows. ND4J's own op {@code reverse_sequence}
 * loses native memory at every call, 2 MB a training step on sentences. Owned by the graph's
 * thread.
 */
final class ReverseStepsVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final int maskInput;

  ReverseStepsVertex(VertexPlace place, int maskInput) {
    super(place);
    this.maskInput = maskInput;
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray steps = // [t, b, n]
        TimeMajor.steps(workspaces, ArrayType.FF_WORKING_MEM, inputs[0]);
    return reversed(steps, ArrayType.ACTIVATIONS, workspaces);
  }

  /** The gradient of a permutation is its inverse, here itself. */
  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray steps = // [t, b, n]
        TimeMajor.steps(workspaces, ArrayType.BP_WORKING_MEM, epsilon);
    INDArray gradient = reversed(steps, ArrayType.ACTIVATION_GRAD, workspaces); // [b, n, t]
    return new INDArray[] {gradient};
  }

  /** From {@code [t, b, n]} to {@code [b, n, t]}. */
  private INDArray reversed(INDArray steps, ArrayType type, LayerWorkspaceMgr workspaces) {
    int time = (int) steps.size(0);
    int batch = (int) steps.size(1);
    long size = steps.size(2);
    INDArray target = // [t * b, n]
        TimeMajor.create(workspaces, type, steps.dataType(), (long) time * batch, size);
    INDArray source = steps.reshape('c', (long) time * batch, size); // [t * b, n]
    Rows.pull(source, target, order(time, batch));
    return TimeMajor.sequences(target.reshape('c', time, batch, size));
  }

  /** For each row of the result, step by step, the row it comes from; padding stays where it is. */
  private int[] order(int time, int batch) {
    StepMask mask = inputMask(maskInput, batch, time);
    int[] rows = new int[time * batch];
    for (int example = 0; example < batch; example++) {
      int length = mask.length(example);
      for (int step = 0; step < time; step++) {
        int from = step < length ? length - 1 - step : step;
        rows[step * batch + example] = from * batch + example;
      }
    }
    return rows;
  }
}
