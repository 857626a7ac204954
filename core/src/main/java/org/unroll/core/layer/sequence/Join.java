package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Several vectors {@code [b, n]} or sequences {@code [b, n, t]} as one: one after the other, or
 * added. DL4J's own vertices work on views with the time innermost; on sequences that lie in memory
 * time-major they take fifty times as long.
 */
public final class Join extends GraphVertex {
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
    this.how = how;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return how == How.CONCAT
        ? new ConcatVertex(graph, name, index, dataType)
        : new AddVertex(graph, name, index, dataType);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    if (how == How.ADD) {
      return inputs[0];
    }
    long size = 0;
    for (InputType input : inputs) {
      size +=
          input instanceof InputType.InputTypeRecurrent steps
              ? steps.getSize()
              : input.arrayElementsPerExample();
    }
    return inputs[0] instanceof InputType.InputTypeRecurrent steps
        ? InputType.recurrent(size, steps.getTimeSeriesLength(), RNNFormat.NCW)
        : InputType.feedForward(size);
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputs) {
    return new LayerMemoryReport.Builder(null, Join.class, inputs[0], getOutputType(-1, inputs))
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public GraphVertex clone() {
    return new Join(how);
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return 2;
  }

  @Override
  public int maxVertexInputs() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Join that && how == that.how;
  }

  @Override
  public int hashCode() {
    return how.hashCode();
  }

  @Override
  public String toString() {
    return "Join(" + how + ")";
  }
}
