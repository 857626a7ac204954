package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.ParameterlessVertexConfiguration;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.VertexPlace;

/**
 * Several vectors {@code [b, n]} or sequences {@code [b, n, t]} as one: one after the other, or
 * added. DL4J's own vertices work on views with the time innermost; on sequences that lie in memory
 * time-major they take fifty times as long.
 */
public final class Join extends ParameterlessVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  /** What becomes of the sizes. */
  public enum How {
    /** They add up. */
    CONCAT,
    /** They are alike, and stay. */
    ADD
  }

  @JsonProperty private final How how;

  public Join(@JsonProperty("how") How how) {
    super(2, Integer.MAX_VALUE, how);
    this.how = how;
  }

  /** What becomes of the sizes. */
  public How how() {
    return how;
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return how == How.CONCAT ? new ConcatVertex(place) : new AddVertex(place);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    if (how == How.ADD) {
      return inputs[0];
    }
    long size = 0;
    for (InputType input : inputs) {
      size += RowTypes.size(input);
    }
    return RowTypes.output(inputs[0], size);
  }
}
