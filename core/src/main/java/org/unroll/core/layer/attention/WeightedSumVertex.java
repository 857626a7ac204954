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

/** {@link WeightedSum} at work. Owned by the graph's thread. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
final class WeightedSumVertex extends AttentionVertex {
  private static final long serialVersionUID = 1;

  WeightedSumVertex(ComputationGraph graph, String name, int index, DataType dataType) {
    super(graph, name, index, dataType);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray weights = BatchProduct.turned(inputs[0]); // [b, tq, tk]
    INDArray values = BatchProduct.turned(inputs[1]); // [b, tk, n]
    return BatchProduct.turned(BatchProduct.of(weights, values, workspaces, ArrayType.ACTIVATIONS));
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    INDArray entering = BatchProduct.turned(epsilon); // [b, tq, n]
    INDArray weights = // [b, tq, tk]
        BatchProduct.of(entering, inputs[1], workspaces, ArrayType.ACTIVATION_GRAD);
    INDArray values = // [b, tk, n]
        BatchProduct.of(inputs[0], entering, workspaces, ArrayType.ACTIVATION_GRAD);
    return new Pair<>(
        null, new INDArray[] {BatchProduct.turned(weights), BatchProduct.turned(values)});
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return new Pair<>(masks == null ? null : masks[0], state);
  }
}
