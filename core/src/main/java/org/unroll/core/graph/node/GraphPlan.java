package org.unroll.core.graph.node;

import java.util.List;
import java.util.Map;

/**
 * A checked graph.
 *
 * @param order node names, each after its inputs
 * @param shapes of graph inputs and nodes
 * @param sizes with the graph input whose mask holds for each sequence
 */
public record GraphPlan(
    GraphSpec spec, List<String> order, Map<String, Shape> shapes, PortSizes sizes) {

  /** For what gives a sequence, the graph input whose mask holds. */
  public Map<String, String> masks() {
    return sizes.masks();
  }
}
