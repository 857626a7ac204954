package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * A vector {@code [b, n]} at each step of a sequence, {@code [b, n, t]}, 0 at its masked steps. The
 * sequence is the second input, of which only the number of steps counts; so this works step by
 * step too, unlike DL4J's DuplicateToTimeSeriesVertex, which looks at a graph input.
 */
public final class RepeatSteps extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target the graph input whose mask the sequence has
   */
  public RepeatSteps(@JsonProperty("target") String target) {
    super(target, 2);
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new RepeatStepsVertex(graph, name, index, dataType, targetInput(graph, name));
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    long size = ((InputType.InputTypeFeedForward) inputs[0]).getSize();
    return InputType.recurrent(size, RNNFormat.NCW);
  }

  @Override
  public GraphVertex clone() {
    return new RepeatSteps(target());
  }
}
