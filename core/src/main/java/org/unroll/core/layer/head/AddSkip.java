package org.unroll.core.layer.head;

import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * Adds a skip path to one level of each target. Reads the raw output of a head, {@code [b, targets
 * * levels, t]} with the levels of a target side by side, and the skip path, {@code [b, targets,
 * t]} or flat {@code [b, targets * steps]}, target after target, of which the first t steps count.
 * Without steps the same without t.
 */
public final class AddSkip extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  @JsonProperty private final int targets;
  @JsonProperty private final int levels;
  @JsonProperty private final int level;

  /**
   * @param target the node that owns it, for messages
   * @param targets that the head predicts
   * @param levels of each target
   * @param level the one to add to, from 0
   */
  public AddSkip(
      @JsonProperty("target") String target,
      @JsonProperty("targets") int targets,
      @JsonProperty("levels") int levels,
      @JsonProperty("level") int level) {
    super(target, 2);
    this.targets = targets;
    this.levels = levels;
    this.level = level;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new AddSkipVertex(graph, name, index, dataType, this);
  }

  int targets() {
    return targets;
  }

  int levels() {
    return levels;
  }

  int level() {
    return level;
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public GraphVertex clone() {
    return new AddSkip(target(), targets, levels, level);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && targets == ((AddSkip) other).targets
        && levels == ((AddSkip) other).levels
        && level == ((AddSkip) other).level;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), targets, levels, level);
  }
}
