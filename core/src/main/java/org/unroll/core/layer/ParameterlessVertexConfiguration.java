package org.unroll.core.layer;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What DL4J asks of every vertex's configuration, answered for a vertex without parameters.
 * Immutable.
 */
public abstract class ParameterlessVertexConfiguration extends GraphVertex {
  private static final long serialVersionUID = 1;

  private final int fewest;
  private final int most;
  private final List<Object> settings;

  /**
   * @param fewest inputs that it takes
   * @param most inputs that it takes
   * @param settings all that tells it from another of its class
   */
  protected ParameterlessVertexConfiguration(int fewest, int most, Object... settings) {
    this.fewest = fewest;
    this.most = most;
    this.settings = List.of(settings);
  }

  /** The vertex at work. */
  protected abstract ParameterlessVertex atWork(VertexPlace place);

  @Override
  public final ParameterlessVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return atWork(new VertexPlace(graph, name, index, dataType));
  }

  /** Unless overridden the type of the first input. */
  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public MemoryReport getMemoryReport(InputType... types) {
    return new LayerMemoryReport.Builder(null, getClass(), types[0], getOutputType(-1, types))
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(0, 0)
        .build();
  }

  /** Itself: nothing in it can change. */
  @Override
  public final GraphVertex clone() {
    return this;
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return fewest;
  }

  @Override
  public int maxVertexInputs() {
    return most;
  }

  @Override
  public final boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && settings.equals(((ParameterlessVertexConfiguration) other).settings);
  }

  @Override
  public final int hashCode() {
    return 31 * getClass().hashCode() + settings.hashCode();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + settings;
  }
}
