package org.unroll.core.layer.sequence;

import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * The last steps of each sequence as one vector, {@code [b, n, t]} to {@code [b, steps * n]}, step
 * after step. Counted back from the last unmasked step; masked steps, and those before the first,
 * are 0.
 */
public final class FlattenSteps extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  @JsonProperty private final int steps;

  /**
   * @param target the graph input whose mask tells the lengths
   * @param steps to take
   */
  public FlattenSteps(@JsonProperty("target") String target, @JsonProperty("steps") int steps) {
    super(target, 1);
    this.steps = steps;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new FlattenStepsVertex(graph, name, index, dataType, targetInput(graph, name), steps);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(((InputType.InputTypeRecurrent) inputs[0]).getSize() * steps);
  }

  @Override
  public GraphVertex clone() {
    return new FlattenSteps(target(), steps);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && steps == ((FlattenSteps) other).steps;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), steps);
  }
}
