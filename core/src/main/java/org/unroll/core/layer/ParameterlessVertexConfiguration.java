package org.unroll.core.layer;

import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * What DL4J asks of every vertex's configuration, answered for a vertex without parameters that
 * refers to one other part of the graph by name.
 */
public abstract class ParameterlessVertexConfiguration extends GraphVertex {
  private static final long serialVersionUID = 1;

  @JsonProperty private final String target;
  private final int inputs;

  public ParameterlessVertexConfiguration(String target, int inputs) {
    this.target = target;
    this.inputs = inputs;
  }

  /** The name it refers to. */
  protected String target() {
    return target;
  }

  /** The target as the number of a graph input. */
  protected int targetInput(ComputationGraph graph, String name) {
    int input = graph.getConfiguration().getNetworkInputs().indexOf(target);
    if (input < 0) {
      throw new IllegalArgumentException(name + ": the graph has no input '" + target + "'");
    }
    return input;
  }

  @Override
  public MemoryReport getMemoryReport(InputType... types) {
    return new LayerMemoryReport.Builder(null, getClass(), types[0], getOutputType(-1, types))
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return inputs;
  }

  @Override
  public int maxVertexInputs() {
    return inputs;
  }

  @Override
  public boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && target.equals(((ParameterlessVertexConfiguration) other).target);
  }

  @Override
  public int hashCode() {
    return Objects.hash(getClass(), target);
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + target + ")";
  }
}
