package org.unroll.core.layer.attention;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * How well each key fits each query: their scalar products (Luong, Pham &amp; Manning 2015, "dot").
 * Queries {@code [b, n, tq]} and keys {@code [b, n, tk]} to {@code [b, tk, tq]}.
 */
public final class DotScores extends TargetedVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  /**
   * @param target the node that owns it, for messages
   */
  public DotScores(@JsonProperty("target") String target) {
    super(target, 2);
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new DotScoresVertex(place);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.recurrent(1, RNNFormat.NCW);
  }
}
