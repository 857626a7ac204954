package org.unroll.core.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unroll.core.graph.node.GraphSpec;

/** The order in which the data passes the nodes, or the loops that prevent one. */
final class NodeOrder {
  /**
   * @param node where the loop closes
   * @param input index in its reads() that does so
   * @param nodes the loop in the direction of the data, {@code first -> second -> first}
   */
  record Loop(String node, int input, String nodes) {}

  private final GraphSpec spec;
  private final Set<String> done = new HashSet<>();
  private final List<String> names = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();

  NodeOrder(GraphSpec spec) {
    this.spec = spec;
    for (String name : spec.nodes().keySet()) {
      visit(name, new LinkedHashSet<>());
    }
  }

  /** Each node after its inputs. */
  List<String> names() {
    return List.copyOf(names);
  }

  List<Loop> loops() {
    return List.copyOf(loops);
  }

  /** Depth first; a node met again on its own trail is a loop. */
  private void visit(String name, LinkedHashSet<String> trail) {
    if (done.contains(name) || !spec.nodes().containsKey(name)) {
      return;
    }
    trail.add(name);
    List<String> inputs = spec.nodes().get(name).reads();
    for (int i = 0; i < inputs.size(); i++) {
      if (trail.contains(inputs.get(i))) {
        loops.add(new Loop(name, i, loop(inputs.get(i), trail)));
      } else {
        visit(inputs.get(i), trail);
      }
    }
    trail.remove(name);
    done.add(name);
    names.add(name);
  }

  private static String loop(String start, LinkedHashSet<String> trail) {
    List<String> nodes = new ArrayList<>(trail);
    StringBuilder loop = new StringBuilder(start);
    for (int i = nodes.size() - 1; i >= nodes.indexOf(start); i--) {
      loop.append(" -> ").append(nodes.get(i));
    }
    return loop.toString();
  }
}
