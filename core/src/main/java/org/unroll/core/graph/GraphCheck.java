package org.unroll.core.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.graph.node.GraphPlan;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Part;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.ShapeException;
import org.unroll.core.yaml.NearestName;
import org.unroll.core.yaml.Problems;

/**
 * Finds every structural mistake of a graph. Runs before any data is read, when some sizes are
 * {@link Shape#UNKNOWN}, and again after. One instance checks one graph.
 */
public final class GraphCheck {
  private final GraphSpec spec;
  private final GraphPorts ports;
  private final String path;
  private final Problems problems;
  private final Optional<String> last; // in place of a head
  private final NodeOrder order;
  private final GraphPlan plan; // its shapes and masks fill up

  private GraphCheck(
      GraphSpec spec, GraphPorts ports, String path, Optional<String> last, Problems problems) {
    this.spec = spec;
    this.ports = ports;
    this.path = path;
    this.problems = problems;
    this.last = last;
    this.order = new NodeOrder(spec);
    this.plan = GraphPlan.unchecked(spec, ports, order.names());
  }

  /**
   * @param path of the graph in the configuration, such as {@code graph}
   * @return the shapes of the graph's inputs and of all nodes that could be worked out
   */
  public static Map<String, Shape> check(
      GraphSpec spec, GraphPorts ports, String path, Problems problems) {
    return plan(spec, ports, path, problems).shapes();
  }

  /**
   * The same of a graph that has no head, since nothing trains it.
   *
   * @param last the node that all others lead to
   */
  public static void checkHeadless(
      GraphSpec spec, GraphPorts ports, String path, String last, Problems problems) {
    new GraphCheck(spec, ports, path, Optional.of(last), problems).run();
  }

  /** The files that the shapes of nodes follow from; a net that was built does without them. */
  public static void checkFiles(GraphSpec spec, String path, Problems problems) {
    for (Map.Entry<String, NodeSpec> node : spec.nodes().entrySet()) {
      Optional<Path> file = node.getValue().shapedBy();
      if (file.isPresent() && !Files.isRegularFile(file.get())) {
        problems.add(
            "%s.%s.file".formatted(path, node.getKey()),
            "no file %s; write its path, from where you are or from /".formatted(file.get()));
      }
    }
  }

  /** The plan may be built from only if no problem was added. */
  static GraphPlan plan(GraphSpec spec, GraphPorts ports, String path, Problems problems) {
    GraphCheck check = new GraphCheck(spec, ports, path, Optional.empty(), problems);
    check.run();
    return check.plan;
  }

  private void run() {
    boolean connected = true;
    for (String name : spec.nodes().keySet()) {
      checkName(name);
      connected &= checkInputs(name);
    }
    for (NodeOrder.Loop loop : order.loops()) {
      problem(inputPath(loop.node(), loop.input()), "the nodes form a loop: " + loop.nodes());
    }
    for (String name : order.names()) {
      checkNode(name, spec.nodes().get(name));
    }
    Optional<String> end = last.isPresent() ? last : checkHead();
    if (connected && end.filter(spec.nodes()::containsKey).isPresent()) {
      checkUse(end.get());
    }
  }

  private void checkName(String name) {
    if (ports.inputs().containsKey(name)) {
      problem(name, "'%s' is the name of a graph input; choose another".formatted(name));
    }
    for (int dash = name.indexOf('-'); dash > 0; dash = name.indexOf('-', dash + 1)) {
      String whole = name.substring(0, dash);
      if (spec.nodes().containsKey(whole) && Part.isOf(whole, name)) {
        problem(
            name,
            "'%s' is a name that node '%s' needs for a part of itself; choose another"
                .formatted(name, whole));
        return;
      }
    }
  }

  private boolean checkInputs(String name) {
    List<String> inputs = spec.nodes().get(name).reads();
    boolean known = true;
    if (inputs.isEmpty()) {
      problem(name + ".input", "a node reads at least one node or graph input");
      known = false;
    }
    for (int i = 0; i < inputs.size(); i++) {
      String input = inputs.get(i);
      NodeSpec source = spec.nodes().get(input);
      if (source == null && !ports.inputs().containsKey(input)) {
        problem(inputPath(name, i), "no node or graph input '%s'%s".formatted(input, near(input)));
        known = false;
      } else if (source != null && source.isHead()) {
        problem(
            inputPath(name, i), "'%s' is the head; nothing can read its output".formatted(input));
        known = false;
      }
    }
    return known;
  }

  private String near(String wrong) {
    Set<String> names = new LinkedHashSet<>(ports.inputs().keySet());
    names.addAll(spec.nodes().keySet());
    return NearestName.suggest(wrong, names);
  }

  private void checkNode(String name, NodeSpec node) {
    List<Shape> inputs = new ArrayList<>();
    for (String input : node.reads()) {
      if (!plan.shapes().containsKey(input)) {
        return; // its mistake has been reported
      }
      inputs.add(plan.shapes().get(input));
    }
    if (inputs.isEmpty()
        || node.shapedBy().filter(file -> !Files.isRegularFile(file)).isPresent()) {
      return;
    }
    try {
      plan.shapes().putIfAbsent(name, node.shape(inputs, plan));
      followMask(name, node);
    } catch (ShapeException mistake) {
      problem(mistake.key(node).map(key -> name + "." + key).orElse(name), mistake.getMessage());
    }
  }

  /**
   * Sequences that are joined step by step must have the same length: the same mask, or the same
   * number of steps fixed by the app.
   */
  private void followMask(String name, NodeSpec node) {
    if (!plan.shapes().get(name).hasSteps()) {
      return;
    }
    List<String> inStep = node.inStep();
    String first = plan.masks().get(inStep.get(0));
    for (int i = 1; i < inStep.size(); i++) {
      String other = plan.masks().get(inStep.get(i));
      if (first != null && other != null && !plan.areInStep(first, other)) {
        problem(
            inputPath(name, node.reads().indexOf(inStep.get(i))),
            "its steps are those of graph input '%s', those of the first input of '%s'; sequences of different lengths cannot be joined step by step"
                .formatted(other, first));
      }
    }
    plan.masks().put(name, first == null ? name : first); // its steps begin with it
  }

  private Optional<String> checkHead() {
    Map<String, NodeSpec> nodes = spec.nodes();
    List<String> heads = nodes.keySet().stream().filter(name -> nodes.get(name).isHead()).toList();
    if (heads.isEmpty()) {
      problems.add(
          path,
          "no head; add a node with {layer: softmax}, {layer: sigmoid}, {layer: regression} or {layer: quantiles}");
    } else if (heads.size() > 1) {
      problems.add(path, "one head is possible, but there are " + String.join(", ", heads));
    }
    return heads.size() == 1 ? Optional.of(heads.get(0)) : Optional.empty();
  }

  private void checkUse(String end) {
    Set<String> used = spec.leadingTo(end);
    for (String name : spec.nodes().keySet()) {
      if (!used.contains(name)) {
        problem(
            name,
            "nothing leads from '%s' to %s'%s'; connect it or remove it"
                .formatted(name, last.isPresent() ? "" : "the head ", end));
      }
    }
  }

  private void problem(String key, String message) {
    problems.add(path + "." + key, message);
  }

  private String inputPath(String name, int input) {
    return name + "." + spec.nodes().get(name).readKey(input);
  }
}
