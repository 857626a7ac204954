package org.unroll.core.graph.node;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A graph with what its check found out. While it is being checked, a node finds what the nodes
 * before it give.
 *
 * @param order node names, each after its inputs
 * @param shapes of graph inputs and nodes
 * @param masks for what gives a sequence, the graph input whose steps they are, and whose mask
 *     holds; or a node that makes steps of what has none, all of which count
 */
public record GraphPlan(
    GraphSpec spec,
    GraphPorts ports,
    List<String> order,
    Map<String, Shape> shapes,
    Map<String, String> masks) {

  /** Of the shapes only those of the graph inputs are known; what is found out can be added. */
  public static GraphPlan unchecked(GraphSpec spec, GraphPorts ports, List<String> order) {
    Map<String, String> masks = new HashMap<>();
    ports
        .inputs()
        .forEach(
            (name, shape) -> {
              if (shape.hasSteps()) {
                masks.put(name, name);
              }
            });
    return new GraphPlan(spec, ports, order, new LinkedHashMap<>(ports.inputs()), masks);
  }

  /** Empty for the name of a graph input. */
  public Optional<NodeSpec> node(String name) {
    return Optional.ofNullable(spec.nodes().get(name));
  }

  /** A node that keeps a state; empty for all others. */
  Optional<Stateful> stateful(String name) {
    return node(name).filter(Stateful.class::isInstance).map(Stateful.class::cast);
  }

  /** Units of the head, or {@link Shape#UNKNOWN}. */
  public int outputSize() {
    return ports.outputSize();
  }

  /** The graph input whose steps a node or graph input has, or the node that made them. */
  public String mask(String name) {
    return masks.getOrDefault(name, name);
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

  /**
   * Whether two graph inputs have sequences of the same length: they are the same, or the app fixes
   * their numbers of steps.
   */
  public boolean areInStep(String input, String other) {
    OptionalInt steps = steps(input);
    OptionalInt others = steps(other);
    boolean fixed = steps.isPresent() && others.isPresent();
    boolean unknown = fixed && Math.min(steps.getAsInt(), others.getAsInt()) == Shape.UNKNOWN;
    return input.equals(other) || unknown || fixed && steps.equals(others);
  }
}
