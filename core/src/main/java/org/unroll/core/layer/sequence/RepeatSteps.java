package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * A vector {@code [b, n]} at each step of a sequence, {@code [b, n, t]}, 0 at its masked steps. The
 * sequence is the second input, of which only the number of steps counts; so this works step by
 * step too, unlike DL4J's DuplicateToTimeSeriesVertex, which looks at a graph input.
 */
public final class RepeatSteps extends TargetedVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  /**
   * @param target the graph input whose mask the sequence has
   */
  public RepeatSteps(@JsonProperty("target") String target) {
    super(target, 2);
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new RepeatStepsVertex(place, place.mask(target()));
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    long size = RowTypes.size(inputs[0]);
    return InputType.recurrent(size, RNNFormat.NCW);
  }
}
