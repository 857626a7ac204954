package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * The mean of the values by attention's weights: weights {@code [b, tk, tq]} and values {@code [b,
 * n, tk]} to one context a query, {@code [b, n, tq]}.
 */
public final class WeightedSum extends TargetedVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  /**
   * @param target the node that owns it, for messages
   */
  public WeightedSum(@JsonProperty("target") String target) {
    super(target, 2);
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new WeightedSumVertex(place);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.recurrent(RowTypes.size(inputs[1]), RNNFormat.NCW);
  }
}
