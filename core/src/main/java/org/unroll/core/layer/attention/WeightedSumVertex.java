package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.BatchProduct;

/** {@link WeightedSum} at work. Owned by the graph's thread. */
final class WeightedSumVertex extends AttentionVertex {
  private static final long serialVersionUID = 1;

  WeightedSumVertex(VertexPlace place) {
    super(place);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray weights = BatchProduct.turned(inputs[0]); // [b, tq, tk]
    INDArray values = BatchProduct.turned(inputs[1]); // [b, tk, n]
    return BatchProduct.turned(BatchProduct.of(weights, values, workspaces, ArrayType.ACTIVATIONS));
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray entering = BatchProduct.turned(epsilon); // [b, tq, n]
    INDArray weights = // [b, tq, tk]
        BatchProduct.of(entering, inputs[1], workspaces, ArrayType.ACTIVATION_GRAD);
    INDArray values = // [b, tk, n]
        BatchProduct.of(inputs[0], entering, workspaces, ArrayType.ACTIVATION_GRAD);
    return new INDArray[] {BatchProduct.turned(weights), BatchProduct.turned(values)};
  }
}
