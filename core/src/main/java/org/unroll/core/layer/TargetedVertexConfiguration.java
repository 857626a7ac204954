package org.unroll.core.layer;

import java.util.stream.Stream;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A vertex without parameters that refers to one other part of the graph by name. */
public abstract class TargetedVertexConfiguration extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  @JsonProperty private final String target;

  /**
   * @param inputs that it takes
   * @param settings beside the target, all that tells it from another of its class
   */
  protected TargetedVertexConfiguration(String target, int inputs, Object... settings) {
    super(inputs, inputs, Stream.concat(Stream.of(target), Stream.of(settings)).toArray());
    this.target = target;
  }

  /** The name it refers to. */
  public String target() {
    return target;
  }
}
