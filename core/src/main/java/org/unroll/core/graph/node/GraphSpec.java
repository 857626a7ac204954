package org.unroll.core.graph.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Replaced;

/**
 * The YAML's {@code graph}.
 *
 * @param nodes by name, in the order of the file
 */
@Replaced
@Doc("The network: nodes by name, each with a layer or a vertex, and its input.")
public record GraphSpec(@Inline Map<String, NodeSpec> nodes) {
  public GraphSpec {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /**
   * The same net without recurrent layers and convolutions over time, and without what only a state
   * to start from was made of; empty if it sees other steps all the same, as attention does.
   */
  public Optional<GraphSpec> frameWise() {
    Map<String, NodeSpec> without = new LinkedHashMap<>();
    nodes.forEach((name, node) -> without.put(name, node.frameWise()));
    GraphSpec all = new GraphSpec(without);
    Set<String> used = new HashSet<>();
    without.forEach((name, node) -> used.addAll(node.isHead() ? all.leadingTo(name) : Set.of()));
    without.keySet().retainAll(used);
    boolean alone = without.values().stream().allMatch(GraphSpec::seesOneStep);
    return alone ? Optional.of(new GraphSpec(without)) : Optional.empty();
  }

  /** What reverses a sequence without memory is reversed again before the head. */
  private static boolean seesOneStep(NodeSpec node) {
    return !node.needsWholeSequence() || node instanceof Reverse;
  }

  /** A node and all nodes and graph inputs that something leads from to it. */
  public Set<String> leadingTo(String node) {
    Set<String> leading = new HashSet<>();
    List<String> toVisit = new ArrayList<>(List.of(node));
    while (!toVisit.isEmpty()) {
      String name = toVisit.remove(toVisit.size() - 1);
      if (leading.add(name) && nodes.containsKey(name)) {
        toVisit.addAll(nodes.get(name).reads());
      }
    }
    return leading;
  }
}
