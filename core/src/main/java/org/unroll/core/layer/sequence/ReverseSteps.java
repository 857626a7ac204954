package org.unroll.core.layer.sequence;

import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.ParameterlessVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * Reverses the unmasked steps of each sequence, {@code [b, n, t]}; the padding on the right stays
 * where it is. Twice is the identity. DL4J's ReverseTimeSeriesVertex does the same for any mask but
 * copies step by step, which takes longer than the LSTM itself. Masks must be right-padded.
 */
public final class ReverseSteps extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  @JsonProperty private final String maskInput;

  /**
   * @param maskInput the graph input whose mask tells the lengths
   */
  public ReverseSteps(@JsonProperty("maskInput") String maskInput) {
    super(1, 1, maskInput);
    this.maskInput = maskInput;
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new ReverseStepsVertex(place, place.mask(maskInput));
  }
}
