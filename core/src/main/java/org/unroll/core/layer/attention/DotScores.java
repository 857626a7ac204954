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
 * How well each key fits each query: their scalar products (Luong, Pham &amp; Manning 2015, "dot").
 * Queries {@code [b, n, tq]} and keys {@code [b, n, tk]} to {@code [b, tk, tq]}.
 */
public final class DotScores extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target the node that owns it, for messages
   */
  public DotScores(@JsonProperty("target") String target) {
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
    return new DotScoresVertex(graph, name, index, dataType);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.recurrent(1, RNNFormat.NCW);
  }

  @Override
  public GraphVertex clone() {
    return new DotScores(target());
  }
}
