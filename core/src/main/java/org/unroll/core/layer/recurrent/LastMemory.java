package org.unroll.core.layer.recurrent;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * The memory c of an lstm after each sequence's last unmasked step, {@code [b, u, t]} to {@code [b,
 * u]}. Reads the layer itself, which must be its input and be built with {@code memoryRead}.
 */
public final class LastMemory extends TargetedVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target DL4J's name of the {@link RecurrentCell}
   */
  public LastMemory(@JsonProperty("target") String target) {
    super(target, 1);
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new LastMemoryVertex(place, target());
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(RowTypes.size(inputs[0]));
  }
}
