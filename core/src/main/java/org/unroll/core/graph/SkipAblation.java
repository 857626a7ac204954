package org.unroll.core.graph;

import java.util.ArrayList;
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
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Shape;
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
  private final String head;
  private final String skip;

  private SkipAblation(GraphSpec spec, String head, String skip) {
    this.spec = spec;
    this.head = head;
    this.skip = skip;
  }

  /**
   * @param spec without mistakes
   * @return both graphs by name, over the same inputs; none for a head without a skip path
   */
  public static Map<String, GraphSpec> of(GraphSpec spec, GraphPorts ports) {
    for (Map.Entry<String, NodeSpec> node : spec.nodes().entrySet()) {
      Optional<String> skip = skip(node.getValue());
      if (skip.isPresent()) {
        SkipAblation ablation = new SkipAblation(spec, node.getKey(), skip.get());
        Map<String, GraphSpec> graphs = new LinkedHashMap<>();
        graphs.put(WITHOUT_SKIP, ablation.without());
        graphs.put(SKIP_ALONE, ablation.alone(ports));
        return graphs;
      }
    }
    return Map.of();
  }

  private static Optional<String> skip(NodeSpec node) {
    if (node instanceof Regression regression) {
      return regression.skip();
    }
    return node instanceof Quantiles quantiles ? quantiles.skip() : Optional.empty();
  }

  private GraphSpec without() {
    return withHead(Map.of(), spec.nodes().get(head).input(), Optional.empty());
  }

  /** Zeros in the shape of what the head read stand in for it. */
  private GraphSpec alone(GraphPorts ports) {
    GraphPlan plan = GraphCheck.plan(spec, ports, "graph", new Problems());
    String input = spec.nodes().get(head).input().get(0);
    boolean flat =
        plan.shapes().get(input) instanceof Shape.Sequence
            && plan.shapes().get(skip) instanceof Shape.Vector;
    String like = flat ? plan.sizes().mask(input) : skip; // a graph input with the head's steps
    String nothing = "nothing";
    while (spec.nodes().containsKey(nothing) || ports.inputs().containsKey(nothing)) {
      nothing += "0";
    }
    Map<String, NodeSpec> zeros = Map.of(nothing, new Dense(List.of(like), 1, ZEROS));
    return withHead(zeros, List.of(nothing), Optional.of(skip));
  }

  private GraphSpec withHead(
      Map<String, NodeSpec> more, List<String> input, Optional<String> newSkip) {
    Map<String, NodeSpec> nodes = new LinkedHashMap<>(spec.nodes());
    nodes.putAll(more);
    NodeSpec changed =
        nodes.get(head) instanceof Quantiles quantiles
            ? new Quantiles(input, quantiles.levels(), newSkip, quantiles.options())
            : new Regression(input, newSkip, ((Regression) nodes.get(head)).options());
    nodes.put(head, changed);
    nodes.keySet().retainAll(leadingToHead(nodes));
    return new GraphSpec(nodes);
  }

  private List<String> leadingToHead(Map<String, NodeSpec> nodes) {
    List<String> used = new ArrayList<>(List.of(head));
    for (int i = 0; i < used.size(); i++) {
      NodeSpec node = nodes.get(used.get(i));
      for (String read : node == null ? List.<String>of() : node.reads()) {
        if (!used.contains(read)) {
          used.add(read);
        }
      }
    }
    return used;
  }
}
