package org.unroll.core.layer.recurrent;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * The memory c of an lstm after each sequence's last unmasked step, {@code [b, u, t]} to {@code [b,
 * u]}. Reads the layer itself, which must be its input and be built with {@code memoryRead}.
 */
public final class LastMemory extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target DL4J's name of the {@link RecurrentCell}
   */
  public LastMemory(@JsonProperty("target") String target) {
    super(target, 1);
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new LastMemoryVertex(graph, name, index, dataType, target());
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(((InputType.InputTypeRecurrent) inputs[0]).getSize());
  }

  @Override
  public GraphVertex clone() {
    return new LastMemory(target());
  }
}
