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
 * Quantiles that cannot cross: one level of each target is taken as it is, and each further one is
 * the softplus of its number away from its neighbour (as in Gasthaus et al. 2019, where steps are
 * positive too). {@code [b, targets * levels, t]} in and out, or without t.
 */
public final class MonotoneLevels extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  @JsonProperty private final int levels;
  @JsonProperty private final int free;

  /**
   * @param target the node that owns it, for messages
   * @param levels of each target, ascending
   * @param free the one that is taken as it is, from 0
   */
  public MonotoneLevels(
      @JsonProperty("target") String target,
      @JsonProperty("levels") int levels,
      @JsonProperty("free") int free) {
    super(target, 1);
    this.levels = levels;
    this.free = free;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new MonotoneLevelsVertex(graph, name, index, dataType, levels, free);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public GraphVertex clone() {
    return new MonotoneLevels(target(), levels, free);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && levels == ((MonotoneLevels) other).levels
        && free == ((MonotoneLevels) other).free;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), levels, free);
  }
}
