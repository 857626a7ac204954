package org.unroll.core.layer;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Where in a graph a vertex is put to work.
 *
 * @param index in the graph's vertices
 */
public record VertexPlace(ComputationGraph graph, String name, int index, DataType dataType) {

  /**
   * @param name of a graph input
   * @return its number
   */
  public int input(String name) {
    int input = graph.getConfiguration().getNetworkInputs().indexOf(name);
    if (input < 0) {
      throw new IllegalArgumentException(this.name + ": the graph has no input '" + name + "'");
    }
    return input;
  }
}
