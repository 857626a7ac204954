package org.unroll.core.graph.node;

import java.util.Map;

/**
 * What the app plugs into the graph.
 *
 * @param inputs the graph's inputs by name, in the order of the batches' feature arrays
 * @param outputSize units of the head (classes, targets of a step), or {@link Shape#UNKNOWN} before
 *     the data was read
 * @param flatSize numbers that the head gives for a whole example (targets times horizon), the size
 *     of a {@code linear} that has none; or {@link Shape#UNKNOWN}
 * @param steps of those inputs whose sequences all have the same number of steps (window, horizon),
 *     {@link Shape#UNKNOWN} if it is not known yet
 */
public record GraphPorts(
    Map<String, Shape> inputs, int outputSize, int flatSize, Map<String, Integer> steps) {

  /** Sequences of any number of steps; one output an example. */
  public GraphPorts(Map<String, Shape> inputs, int outputSize) {
    this(inputs, outputSize, outputSize, Map.of());
  }
}
