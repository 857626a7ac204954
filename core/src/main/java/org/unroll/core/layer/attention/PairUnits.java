package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * The hidden units of additive attention (Bahdanau, Cho &amp; Bengio 2015): tanh(q + k) for each
 * pair of a query {@code [b, n, tq]} and a key {@code [b, n, tk]}. Gives rows {@code [tq * tk * b,
 * n]}, so that a dense layer makes scores of them.
 */
public final class PairUnits extends TargetedVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  /**
   * @param target the node that owns it, for messages
   */
  public PairUnits(@JsonProperty("target") String target) {
    super(target, 2);
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new PairUnitsVertex(place);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(RowTypes.size(inputs[0]));
  }
}
