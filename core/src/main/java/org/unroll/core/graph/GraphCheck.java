package org.unroll.core.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.FinalState;
import org.unroll.core.graph.node.GraphPlan;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.LastStep;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.PartNames;
import org.unroll.core.graph.node.PortSizes;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.ShapeException;
import org.unroll.core.graph.node.Softmax;
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
  private final NodeOrder order;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Map<String, String> masks = new HashMap<>();
  private final PortSizes sizes;

  private GraphCheck(GraphSpec spec, GraphPorts ports, String path, Problems problems) {
    this.spec = spec;
    this.ports = ports;
    this.path = path;
    this.problems = problems;
    this.order = new NodeOrder(spec);
    this.sizes = new PortSizes(ports, masks);
  }

  /**
   * @param path of the graph in the configuration, such as {@code graph}
   * @return the shapes of the graph's inputs and of all nodes that could be worked out
   */
  public static Map<String, Shape> check(
      GraphSpec spec, GraphPorts ports, String path, Problems problems) {
    return plan(spec, ports, path, problems).shapes();
  }

  /** The plan may be built from only if no problem was added. */
  static GraphPlan plan(GraphSpec spec, GraphPorts ports, String path, Problems problems) {
    GraphCheck check = new GraphCheck(spec, ports, path, problems);
    check.run();
    return new GraphPlan(spec, check.order.names(), check.shapes, check.sizes);
  }

  private void run() {
    for (Map.Entry<String, Shape> input : ports.inputs().entrySet()) {
      shapes.put(input.getKey(), input.getValue());
      if (!(input.getValue() instanceof Shape.Vector)) {
        masks.put(input.getKey(), input.getKey());
      }
    }
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
    Optional<String> head = checkHead();
    if (connected && head.isPresent()) {
      checkUse(head.get());
    }
  }

  private void checkName(String name) {
    if (ports.inputs().containsKey(name)) {
      problem(name, "'%s' is the name of a graph input; choose another".formatted(name));
    }
    for (int dash = name.indexOf('-'); dash > 0; dash = name.indexOf('-', dash + 1)) {
      String whole = name.substring(0, dash);
      if (spec.nodes().containsKey(whole) && PartNames.contains(name.substring(dash + 1))) {
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
      if (!shapes.containsKey(input)) {
        return; // its mistake has been reported
      }
      inputs.add(shapes.get(input));
    }
    if (inputs.isEmpty() || !checkSource(name, node)) {
      return;
    }
    try {
      shapes.putIfAbsent(name, node.shape(inputs, sizes));
      checkClasses(name, node);
      followMask(name, node);
    } catch (ShapeException mistake) {
      boolean all = mistake.input() == ShapeException.ALL_INPUTS;
      problem(all ? name : inputPath(name, mistake.input()), mistake.getMessage());
    }
  }

  private void checkClasses(String name, NodeSpec node) {
    int classes = ports.outputSize();
    int weights = node instanceof Softmax softmax ? softmax.classWeights().size() : 0;
    if (weights > 0 && classes != Shape.UNKNOWN && weights != classes) {
      problem(
          name + ".class-weights",
          "%d weights for %d classes; give one for each class".formatted(weights, classes));
    }
    if (node instanceof Softmax head) {
      new Tying(spec, shapes, classes)
          .mistake(head)
          .ifPresent(mistake -> problem(name + ".tied", mistake));
    }
  }

  /** The two vertices that care which kind of node they read. */
  private boolean checkSource(String name, NodeSpec node) {
    String input = node.input().get(0);
    NodeSpec source = spec.nodes().get(input);
    if (node instanceof FinalState && !(source instanceof Recurrent)) {
      problem(
          inputPath(name, 0),
          "final-state reads a recurrent layer, and '%s' is none; use last-step".formatted(input));
      return false;
    }
    if (node instanceof FinalState end
        && end.cell()
        && source instanceof Recurrent layer
        && layer.cell() != Cell.LSTM) {
      problem(
          name + ".cell",
          "'%s' is no lstm, so its state is its output alone; remove the key".formatted(input));
      return false;
    }
    boolean both = source instanceof Recurrent layer && layer.bidirectional() != Directions.FORWARD;
    if (node instanceof LastStep && both) {
      problem(
          inputPath(name, 0),
          "'%s' reads in both directions, and at the last step its backward direction has seen"
                  .formatted(input)
              + " one step only; use {vertex: final-state}");
      return false;
    }
    return true;
  }

  /**
   * Sequences that are joined step by step must have the same length: the same mask, or the same
   * number of steps fixed by the app.
   */
  private void followMask(String name, NodeSpec node) {
    if (!(shapes.get(name) instanceof Shape.Sequence)) {
      return;
    }
    List<String> inStep = node.inStep();
    String first = masks.get(inStep.get(0));
    for (int i = 1; i < inStep.size(); i++) {
      String other = masks.get(inStep.get(i));
      if (first != null && other != null && !inStep(first, other)) {
        problem(
            inputPath(name, node.reads().indexOf(inStep.get(i))),
            "its steps are those of graph input '%s', those of the first input of '%s'; sequences of different lengths cannot be joined step by step"
                .formatted(other, first));
      }
    }
    if (first != null) {
      masks.put(name, first);
    }
  }

  private boolean inStep(String input, String other) {
    OptionalInt steps = sizes.steps(input);
    OptionalInt others = sizes.steps(other);
    boolean fixed = steps.isPresent() && others.isPresent();
    boolean unknown = fixed && Math.min(steps.getAsInt(), others.getAsInt()) == Shape.UNKNOWN;
    return input.equals(other) || unknown || fixed && steps.equals(others);
  }

  private Optional<String> checkHead() {
    List<String> heads = new ArrayList<>();
    for (Map.Entry<String, NodeSpec> node : spec.nodes().entrySet()) {
      if (node.getValue().isHead()) {
        heads.add(node.getKey());
      }
    }
    if (heads.isEmpty()) {
      problems.add(
          path,
          "no head; add a node with {layer: softmax}, {layer: regression} or {layer: quantiles}");
    } else if (heads.size() > 1) {
      problems.add(path, "one head is possible, but there are " + String.join(", ", heads));
    }
    return heads.size() == 1 ? Optional.of(heads.get(0)) : Optional.empty();
  }

  private void checkUse(String head) {
    Set<String> used = new HashSet<>();
    List<String> toVisit = new ArrayList<>(List.of(head));
    while (!toVisit.isEmpty()) {
      String name = toVisit.remove(toVisit.size() - 1);
      if (used.add(name) && spec.nodes().containsKey(name)) {
        toVisit.addAll(spec.nodes().get(name).reads());
      }
    }
    for (String name : spec.nodes().keySet()) {
      if (!used.contains(name)) {
        problem(
            name,
            "nothing leads from '%s' to the head '%s'; connect it or remove it"
                .formatted(name, head));
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
