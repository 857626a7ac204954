package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * A softmax over the unmasked keys of each query. Reads scores, {@code [b, tk, tq]} or rows {@code
 * [tq * tk * b, 1]}, and the keys {@code [b, n, tk]}, of which only the shape counts; gives {@code
 * [b, tk, tq]}, 0 at masked keys.
 */
public final class AttentionWeights extends TargetedVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private final String queries;

  /**
   * @param target the graph input whose mask the keys have
   * @param queries the one whose mask the queries have
   */
  public AttentionWeights(
      @JsonProperty("target") String target, @JsonProperty("queries") String queries) {
    super(target, 2, queries);
    this.queries = queries;
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new AttentionWeightsVertex(
        place, new AttentionWeightsVertex.Masks(place.mask(target()), place.mask(queries)));
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.recurrent(1, RNNFormat.NCW);
  }
}
