package org.unroll.core.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** {@link ReverseSteps} at work. Owned by the graph's thread. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
final class ReverseStepsVertex extends BaseGraphVertex {
  private static final long serialVersionUID = 1;
  private static final int TIME = 2;
  private static final int BATCH = 0;

  private final int maskInput;

  ReverseStepsVertex(
      ComputationGraph graph, String name, int index, DataType dataType, int maskInput) {
    super(graph, name, index, null, null, dataType);
    this.maskInput = maskInput;
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    return reverse(inputs[0], workspaces, ArrayType.ACTIVATIONS);
  }

  /** The gradient of a permutation is its inverse, here itself. */
  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    INDArray gradient = reverse(epsilon, workspaces, ArrayType.ACTIVATION_GRAD); // [b, n, t]
    return new Pair<>(null, new INDArray[] {gradient});
  }

  private INDArray reverse(INDArray steps, LayerWorkspaceMgr workspaces, ArrayType type) {
    INDArray reversed =
        workspaces.createUninitialized(type, steps.dataType(), steps.shape(), 'c'); // [b, n, t]
    DynamicCustomOp op =
        DynamicCustomOp.builder("reverse_sequence")
            .addInputs(steps, lengths(steps))
            .addOutputs(reversed)
            .addIntegerArguments(TIME, BATCH)
            .build();
    Nd4j.exec(op);
    return reversed;
  }

  private INDArray lengths(INDArray steps) {
    INDArray[] masks = graph.getInputMaskArrays();
    if (masks == null || masks[maskInput] == null) {
      return Nd4j.valueArrayOf(new long[] {steps.size(BATCH)}, steps.size(TIME), DataType.INT64);
    }
    return masks[maskInput].castTo(DataType.FLOAT).sum(1).castTo(DataType.INT64); // [b]
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return new Pair<>(masks == null ? null : masks[0], state);
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public Layer getLayer() {
    return null; // DL4J's contract for a vertex without parameters
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray gradients) {
    if (gradients != null) {
      throw new IllegalArgumentException(getVertexName() + " has no parameters");
    }
  }

  @Override
  public String toString() {
    return "ReverseSteps(" + getVertexName() + ")";
  }
}
