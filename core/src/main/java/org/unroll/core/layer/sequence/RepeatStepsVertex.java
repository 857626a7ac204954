package org.unroll.core.layer.sequence;

import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/** {@link RepeatSteps} at work. Owned by the graph's thread. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
final class RepeatStepsVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final int maskInput;
  private long[] likeShape = {}; // [b, m, t] or [b, t]

  RepeatStepsVertex(
      ComputationGraph graph, String name, int index, DataType dataType, int maskInput) {
    super(graph, name, index, dataType);
    this.maskInput = maskInput;
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray vector = inputs[0]; // [b, n]
    likeShape = inputs[1].shape();
    long time = likeShape[likeShape.length - 1];
    INDArray steps = // [t, b, n]
        TimeMajor.create(
            workspaces,
            ArrayType.ACTIVATIONS,
            vector.dataType(),
            time,
            vector.size(0),
            vector.size(1));
    steps.assign(vector.reshape(1, vector.size(0), vector.size(1)).broadcast(steps.shape()));
    return masked(TimeMajor.sequences(steps));
  }

  private INDArray masked(INDArray sequences) {
    Optional<INDArray> mask = inputMask(maskInput); // [b, t]
    if (mask.isPresent() && !StepMask.of(mask.get()).isFull()) {
      INDArray counts = mask.get().castTo(sequences.dataType());
      Nd4j.getExecutioner().exec(new BroadcastMulOp(sequences, counts, sequences, 0, 2));
    }
    return sequences;
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    INDArray vector = // [b, n]
        workspaces.dup(ArrayType.ACTIVATION_GRAD, masked(epsilon.dup()).sum(2), 'c');
    INDArray like = // as inputs[1], zeros
        workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), likeShape, 'c');
    return new Pair<>(null, new INDArray[] {vector, like});
  }

  /** The mask of the sequence. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return new Pair<>(masks == null ? null : masks[1], state);
  }
}
