package org.unroll.core.layer.attention;

import java.util.Objects;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * A softmax over the unmasked keys of each query. Reads scores, {@code [b, tk, tq]} or rows {@code
 * [tq * tk * b, 1]}, and the keys {@code [b, n, tk]}, of which only the shape counts; gives {@code
 * [b, tk, tq]}, 0 at masked keys.
 */
public final class AttentionWeights extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  @JsonProperty private final String queries;

  /**
   * @param target the graph input whose mask the keys have
   * @param queries the one whose mask the queries have
   */
  public AttentionWeights(
      @JsonProperty("target") String target, @JsonProperty("queries") String queries) {
    super(target, 2);
    this.queries = queries;
  }

  private int queriesInput(ComputationGraph graph) {
    return graph.getConfiguration().getNetworkInputs().indexOf(queries);
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    AttentionWeightsVertex.Masks masks =
        new AttentionWeightsVertex.Masks(targetInput(graph, name), queriesInput(graph));
    return new AttentionWeightsVertex(graph, name, index, dataType, masks);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.recurrent(1, RNNFormat.NCW);
  }

  @Override
  public GraphVertex clone() {
    return new AttentionWeights(target(), queries);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && queries.equals(((AttentionWeights) other).queries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), queries);
  }
}
