package org.unroll.core.layer.sequence;

import java.lang.ref.Reference;
import java.util.Optional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/** {@link RepeatSteps} at work. Owned by the graph's thread. */
final class RepeatStepsVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final int maskInput;
  private long[] likeShape = {}; // [b, m, t] or [b, t]

  RepeatStepsVertex(VertexPlace place, int maskInput) {
    super(place);
    this.maskInput = maskInput;
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
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
      BroadcastMulOp operation = new BroadcastMulOp(sequences, counts, sequences, 0, 2);
      Nd4j.getExecutioner().exec(operation);
      Reference.reachabilityFence(operation); // its dimensions are collected with it
    }
    return sequences;
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray vector = // [b, n]
        workspaces.dup(ArrayType.ACTIVATION_GRAD, masked(epsilon.dup()).sum(2), 'c');
    INDArray like = // as inputs[1], zeros
        workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), likeShape, 'c');
    return new INDArray[] {vector, like};
  }

  /** The mask of the sequence. */
  @Override
  protected Optional<INDArray> outputMask(INDArray[] masks) {
    return Optional.ofNullable(masks[1]);
  }
}
