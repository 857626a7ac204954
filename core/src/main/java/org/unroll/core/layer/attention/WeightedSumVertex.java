package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.BatchProduct;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/** {@link WeightedSum} at work. Owned by the graph's thread. */
final class WeightedSumVertex extends AttentionVertex {
  private static final long serialVersionUID = 1;

  WeightedSumVertex(VertexPlace place) {
    super(place);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray weights = BatchProduct.turned(inputs[0]); // [b, tq, tk]
    if (!isTraining() && Floats.areIn(weights) && Floats.areIn(inputs[1])) {
      return BatchProduct.turned(answered(weights, workspaces));
    }
    INDArray values = BatchProduct.turned(inputs[1]); // [b, tk, n]
    return BatchProduct.turned(BatchProduct.of(weights, values, workspaces, ArrayType.ACTIVATIONS));
  }

  private INDArray answered(INDArray weights, LayerWorkspaceMgr workspaces) {
    ReadSteps values = ReadSteps.of(inputs[1], workspaces);
    INDArray sums = // [b, tq, n]
        TimeMajor.create(
            workspaces,
            ArrayType.ACTIVATIONS,
            weights.dataType(),
            weights.size(0),
            weights.size(1),
            values.size());
    AttentionPasses.weightedSums(Floats.read(weights), values, sums);
    return sums;
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
