package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Reverses the unmasked steps of each sequence, {@code [b, n, t]}; the padding on the right stays
 * where it is. Twice is the identity. DL4J's ReverseTimeSeriesVertex does the same for any mask but
 * copies step by step, which takes longer than the LSTM itself. Masks must be right-padded.
 */
public final class ReverseSteps extends GraphVertex {
  private static final long serialVersionUID = 1;

  @JsonProperty private final String maskInput;

  /**
   * @param maskInput the graph input whose mask tells the lengths
   */
  public ReverseSteps(@JsonProperty("maskInput") String maskInput) {
    this.maskInput = maskInput;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    int input = graph.getConfiguration().getNetworkInputs().indexOf(maskInput);
    if (input < 0) {
      throw new IllegalArgumentException(name + ": the graph has no input '" + maskInput + "'");
    }
    return new ReverseStepsVertex(graph, name, index, dataType, input);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputs) {
    return new LayerMemoryReport.Builder(null, ReverseSteps.class, inputs[0], inputs[0])
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public GraphVertex clone() {
    return new ReverseSteps(maskInput);
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return 1;
  }

  @Override
  public int maxVertexInputs() {
    return 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReverseSteps that && maskInput.equals(that.maskInput);
  }

  @Override
  public int hashCode() {
    return maskInput.hashCode();
  }

  @Override
  public String toString() {
    return "ReverseSteps(" + maskInput + ")";
  }
}
