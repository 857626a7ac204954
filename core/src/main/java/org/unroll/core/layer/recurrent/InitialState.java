package org.unroll.core.layer.recurrent;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertexConfiguration;

/**
 * Gives a cell the state before its first step. Stands between the cell and the sequence it reads:
 * {@code [b, n, t]}, which is handed on, and the state, {@code [b, u]} or of an lstm {@code [b, 2 *
 * u]} with the memory behind the hidden state.
 */
public final class InitialState extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  /**
   * @param target DL4J's name of the {@link RecurrentCell} that reads this vertex
   */
  public InitialState(@JsonProperty("target") String target) {
    super(target, 2);
  }

  /** The name of the layer. */
  @Override
  public String target() {
    return super.target();
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new InitialStateVertex(graph, name, index, dataType, target());
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public GraphVertex clone() {
    return new InitialState(target());
  }
}
