package org.unroll.core.graph;

import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.Problems;

/** Finds what truncated back-propagation through time, {@code train.tbptt}, cannot cut. */
public final class TruncationCheck {
  private TruncationCheck() {}

  /**
   * Looks at no sizes, so it can run before any data is read.
   *
   * @param path of the key in the configuration: {@code train.tbptt}
   */
  public static void check(GraphSpec spec, GraphPorts ports, String path, Problems problems) {
    for (String name : spec.nodes().keySet()) {
      // a state cut off in the middle of a sequence is neither final nor a start from the end
      if (spec.nodes().get(name).needsWholeSequence()) {
        refuse(
            path, "node '%s' needs the whole sequence, which tbptt cuts".formatted(name), problems);
      }
    }
    for (String name : ports.inputs().keySet()) {
      Shape input = ports.inputs().get(name);
      boolean read = spec.nodes().values().stream().anyMatch(node -> node.reads().contains(name));
      if (read && !input.hasSteps()) {
        refuse(
            path,
            "graph input '%s' is %s, and tbptt cuts sequences".formatted(name, input.described()),
            problems);
      }
    }
  }

  private static void refuse(String path, String reason, Problems problems) {
    problems.add(path, reason + "; take another node, or remove " + path);
  }
}
