package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * The last unmasked step of each sequence, {@code [b, n, t]} to {@code [b, n]}. DL4J's
 * LastTimeStepVertex does the same example by example, which takes longer than an lstm.
 */
public final class LastSteps extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target the graph input whose mask tells the lengths
   */
  public LastSteps(@JsonProperty("target") String target) {
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
    return new LastStepsVertex(graph, name, index, dataType, targetInput(graph, name));
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(((InputType.InputTypeRecurrent) inputs[0]).getSize());
  }

  @Override
  public GraphVertex clone() {
    return new LastSteps(target());
  }
}
