package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.BatchProduct;

/** {@link DotScores} at work. Owned by the graph's thread. */
final class DotScoresVertex extends AttentionVertex {
  private static final long serialVersionUID = 1;

  DotScoresVertex(VertexPlace place) {
    super(place);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray queries = BatchProduct.turned(inputs[0]); // [b, tq, n]
    INDArray scores = // [b, tq, tk]
        BatchProduct.of(queries, inputs[1], workspaces, ArrayType.ACTIVATIONS);
    return BatchProduct.turned(scores);
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray entering = BatchProduct.turned(epsilon); // [b, tq, tk]
    INDArray queries = // [b, tq, n]
        BatchProduct.of(
            entering, BatchProduct.turned(inputs[1]), workspaces, ArrayType.ACTIVATION_GRAD);
    INDArray keys = // [b, tk, n]
        BatchProduct.of(
            epsilon, BatchProduct.turned(inputs[0]), workspaces, ArrayType.ACTIVATION_GRAD);
    return new INDArray[] {BatchProduct.turned(queries), BatchProduct.turned(keys)};
  }
}
