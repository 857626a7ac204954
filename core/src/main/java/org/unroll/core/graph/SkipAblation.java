package org.unroll.core.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.graph.node.Dense;
import org.unroll.core.graph.node.GraphPlan;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.NumbersHead;
import org.unroll.core.yaml.Problems;

/**
 * A graph whose head has a skip path, taken apart: what is left without the path, and the path
 * alone. Trained as the whole is, they tell what each part is worth.
 */
public final class SkipAblation {
  /** The graph as it is, but its head has no skip path. */
  public static final String WITHOUT_SKIP = "without-skip";

  /** The skip path under the head's loss; of the head nothing but its biases is left. */
  public static final String SKIP_ALONE = "skip-alone";

  private static final LayerOptions ZEROS =
      new LayerOptions(0, InitialWeights.ZERO, Optional.empty(), 0, true);

  private final GraphSpec spec;
  private final String name;
  private final NumbersHead head;

  private SkipAblation(GraphSpec spec, String name, NumbersHead head) {
    this.spec = spec;
    this.name = name;
    this.head = head;
  }

  /**
   * @param spec without mistakes
   * @return both graphs by name, over the same inputs; none for a head without a skip path
   */
  public static Map<String, GraphSpec> of(GraphSpec spec, GraphPorts ports) {
    for (Map.Entry<String, NodeSpec> node : spec.nodes().entrySet()) {
      if (node.getValue() instanceof NumbersHead head && head.skip().isPresent()) {
        SkipAblation ablation = new SkipAblation(spec, node.getKey(), head);
        Map<String, GraphSpec> graphs = new LinkedHashMap<>();
        graphs.put(WITHOUT_SKIP, ablation.without());
        graphs.put(SKIP_ALONE, ablation.alone(ports));
        return graphs;
      }
    }
    return Map.of();
  }

  private GraphSpec without() {
    return withHead(Map.of(), head.with(head.input(), Optional.empty()));
  }

  /** Zeros in the shape of what the head read stand in for it. */
  private GraphSpec alone(GraphPorts ports) {
    GraphPlan plan = GraphCheck.plan(spec, ports, "graph", new Problems());
    String input = head.input().get(0);
    String skip = head.skip().orElseThrow();
    boolean flat = plan.shapes().get(input).hasSteps() && !plan.shapes().get(skip).hasSteps();
    String like = flat ? plan.mask(input) : skip; // a graph input with the head's steps
    String nothing = "nothing";
    while (spec.nodes().containsKey(nothing) || ports.inputs().containsKey(nothing)) {
      nothing += "0";
    }
    Map<String, NodeSpec> zeros = Map.of(nothing, new Dense(List.of(like), 1, ZEROS));
    return withHead(zeros, head.with(List.of(nothing), head.skip()));
  }

  private GraphSpec withHead(Map<String, NodeSpec> more, NumbersHead changed) {
    Map<String, NodeSpec> nodes = new LinkedHashMap<>(spec.nodes());
    nodes.putAll(more);
    nodes.put(name, changed);
    nodes.keySet().retainAll(new GraphSpec(nodes).leadingTo(name));
    return new GraphSpec(nodes);
  }
}
