package org.unroll.core.layer;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Where in a graph a vertex is put to work.
 *
 * @param index in the graph's vertices
 */
public record VertexPlace(ComputationGraph graph, String name, int index, DataType dataType) {

  /** Stands for the number of a graph input where no mask holds, as all steps count. */
  public static final int NO_MASK = -1;

  /**
   * @param steps of a graph input, or of a node that made them
   * @return the number of the graph input whose mask holds, or {@link #NO_MASK}
   */
  public int mask(String steps) {
    return graph.getConfiguration().getNetworkInputs().indexOf(steps);
  }
}
