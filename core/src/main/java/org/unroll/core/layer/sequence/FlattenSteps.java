package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * The last steps of each sequence as one vector, {@code [b, n, t]} to {@code [b, steps * n]}, step
 * after step. Counted back from the last unmasked step; masked steps, and those before the first,
 * are 0.
 */
public final class FlattenSteps extends TargetedVertexConfiguration {
  private static final long serialVersionUID = 1;

  @JsonProperty private final int steps;

  /**
   * @param target the graph input whose mask tells the lengths
   * @param steps to take
   */
  public FlattenSteps(@JsonProperty("target") String target, @JsonProperty("steps") int steps) {
    super(target, 1, steps);
    this.steps = steps;
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new FlattenStepsVertex(place, place.mask(target()), steps);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(RowTypes.size(inputs[0]) * steps);
  }
}
