package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * The hidden units of additive attention (Bahdanau, Cho &amp; Bengio 2015): tanh(q + k) for each
 * pair of a query {@code [b, n, tq]} and a key {@code [b, n, tk]}. Gives rows {@code [tq * tk * b,
 * n]}, so that a dense layer makes scores of them.
 */
public final class PairUnits extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target the node that owns it, for messages
   */
  public PairUnits(@JsonProperty("target") String target) {
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
    return new PairUnitsVertex(graph, name, index, dataType);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(((InputType.InputTypeRecurrent) inputs[0]).getSize());
  }

  @Override
  public GraphVertex clone() {
    return new PairUnits(target());
  }
}
