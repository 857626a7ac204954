package org.unroll.core.graph.node;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The sizes of a graph that the app knows and the nodes do not.
 *
 * @param masks for what gives a sequence, the graph input whose steps they are
 */
public record PortSizes(GraphPorts ports, Map<String, String> masks) {

  /** Units of the head, or {@link Shape#UNKNOWN}. */
  public int outputSize() {
    return ports.outputSize();
  }

  /** Numbers that the head gives for a whole example, or {@link Shape#UNKNOWN}. */
  public int flatSize() {
    return ports.flatSize();
  }

  /**
   * @param name of a node or graph input
   * @return steps of each of its sequences, {@link Shape#UNKNOWN} if not known yet, or empty if
   *     they vary
   */
  public OptionalInt steps(String name) {
    Integer steps = ports.steps().get(mask(name));
    return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
  }

  /** The graph input whose steps a node or graph input has. */
  public String mask(String name) {
    return masks.getOrDefault(name, name);
  }
}
