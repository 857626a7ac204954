package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * The last unmasked step of each sequence, {@code [b, n, t]} to {@code [b, n]}. DL4J's
 * LastTimeStepVertex does the same example by example, which takes longer than an lstm.
 */
public final class LastSteps extends TargetedVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target the graph input whose mask tells the lengths
   */
  public LastSteps(@JsonProperty("target") String target) {
    super(target, 1);
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new LastStepsVertex(place, place.mask(target()));
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(RowTypes.size(inputs[0]));
  }
}
