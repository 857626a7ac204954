package org.unroll.core.graph;

import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.yaml.Problems;

/**
 * Finds what cannot run step by step, as a net must that reads what it wrote. {@link
 * org.unroll.core.graph.step.StepGraph} refuses the same once the graph is built.
 */
public final class StepCheck {
  private StepCheck() {}

  /**
   * @param input of the graph, known step by step
   * @param path of the graph in the configuration
   */
  public static void check(GraphSpec spec, String input, String path, Problems problems) {
    for (String name : spec.nodes().keySet()) {
      NodeSpec node = spec.nodes().get(name);
      for (String whole : node.readsWhole()) {
        if (spec.leadingTo(whole).contains(input)) {
          problems.add(
              path + "." + name,
              "it needs all steps of '%s' at once, which follows from '%s', of which only the steps before are known while the net writes; a layer that reads forwards can stand here (bidirectional: false)"
                  .formatted(whole, input));
          break;
        }
      }
    }
  }
}
