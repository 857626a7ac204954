package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * The mean of the values by attention's weights: weights {@code [b, tk, tq]} and values {@code [b,
 * n, tk]} to one context a query, {@code [b, n, tq]}.
 */
public final class WeightedSum extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target the node that owns it, for messages
   */
  public WeightedSum(@JsonProperty("target") String target) {
    super(target, 2);
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new WeightedSumVertex(graph, name, index, dataType);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.recurrent(((InputType.InputTypeRecurrent) inputs[1]).getSize(), RNNFormat.NCW);
  }

  @Override
  public GraphVertex clone() {
    return new WeightedSum(target());
  }
}
