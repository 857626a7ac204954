package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.BatchProduct;

/** {@link DotScores} at work. Owned by the graph's thread. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
final class DotScoresVertex extends AttentionVertex {
  private static final long serialVersionUID = 1;

  DotScoresVertex(ComputationGraph graph, String name, int index, DataType dataType) {
    super(graph, name, index, dataType);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray queries = BatchProduct.turned(inputs[0]); // [b, tq, n]
    INDArray scores = // [b, tq, tk]
        BatchProduct.of(queries, inputs[1], workspaces, ArrayType.ACTIVATIONS);
    return BatchProduct.turned(scores);
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    INDArray entering = BatchProduct.turned(epsilon); // [b, tq, tk]
    INDArray queries = // [b, tq, n]
        BatchProduct.of(
            entering, BatchProduct.turned(inputs[1]), workspaces, ArrayType.ACTIVATION_GRAD);
    INDArray keys = // [b, tk, n]
        BatchProduct.of(
            epsilon, BatchProduct.turned(inputs[0]), workspaces, ArrayType.ACTIVATION_GRAD);
    return new Pair<>(
        null, new INDArray[] {BatchProduct.turned(queries), BatchProduct.turned(keys)});
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return new Pair<>(masks == null ? null : masks[0], state);
  }
}
