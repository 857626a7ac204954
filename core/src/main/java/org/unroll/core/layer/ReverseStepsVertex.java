package org.unroll.core.layer;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** {@link ReverseSteps} at work. Owned by the graph's thread. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
final class ReverseStepsVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;
  private static final int TIME = 0;
  private static final int BATCH = 1;

  private final int maskInput;

  ReverseStepsVertex(
      ComputationGraph graph, String name, int index, DataType dataType, int maskInput) {
    super(graph, name, index, dataType);
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

  /** Time-major in memory, as the cell that reads it wants it. */
  private INDArray reverse(INDArray sequences, LayerWorkspaceMgr workspaces, ArrayType type) {
    INDArray steps = sequences.permute(2, 0, 1); // [t, b, n]
    INDArray reversed = // [t, b, n]
        TimeMajor.create(workspaces, type, steps.dataType(), steps.shape());
    DynamicCustomOp op =
        DynamicCustomOp.builder("reverse_sequence")
            .addInputs(steps, lengths(steps))
            .addOutputs(reversed)
            .addIntegerArguments(TIME, BATCH)
            .build();
    Nd4j.exec(op);
    return TimeMajor.sequences(reversed);
  }

  private INDArray lengths(INDArray steps) {
    return inputMask(maskInput)
        .map(mask -> mask.castTo(DataType.FLOAT).sum(1).castTo(DataType.INT64)) // [b]
        .orElseGet(
            () ->
                Nd4j.valueArrayOf(
                    new long[] {steps.size(BATCH)}, steps.size(TIME), DataType.INT64));
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return new Pair<>(masks == null ? null : masks[0], state);
  }
}
