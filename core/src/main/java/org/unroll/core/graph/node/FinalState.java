package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.recurrent.LastMemory;
import org.unroll.core.layer.sequence.LastSteps;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/**
 * What a recurrent layer knows after reading everything, {@code [b, n]}: the last unmasked forward
 * output; with two directions joined with (or added to) the first backward output, which is the
 * backward cell's last, as that cell reads the reversed sequence. With {@code cell} the memory of
 * an lstm, joined in the same way, stands behind it, {@code [b, 2 * n]}.
 */
@Variant(
    key = "vertex",
    names = {"final-state"})
@Doc("The state of a recurrent layer after it has read everything, from both directions.")
public record FinalState(
    @Doc("A recurrent layer.") List<String> input,
    @Doc("Put the memory of the lstm behind its output, for another lstm's initial-state.")
        @Default("false")
        boolean cell)
    implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    String source = input.get(0);
    Stateful layer =
        graph
            .stateful(source)
            .orElseThrow(
                () ->
                    new ShapeException(
                        0,
                        "final-state reads a recurrent layer, and '%s' is none; use last-step"
                            .formatted(source)));
    if (cell && !layer.hasMemory()) {
      throw new ShapeException(
          "cell",
          "'%s' is no lstm, so its state is its output alone; remove the key".formatted(source));
    }
    int size = Shapes.sequence("final-state", inputs).size();
    return new Shape.Vector(cell ? 2 * size : size);
  }

  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  @Override
  public boolean readsSteps() {
    return false;
  }

  @Override
  public boolean readsMemory() {
    return cell;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    Stateful layer = graph.stateful(input.get(0));
    if (!cell) {
      addHidden(graph, name, name, layer);
      return;
    }
    addHidden(graph, name, Part.HIDDEN.of(name), layer);
    addMemory(graph, name, layer);
    graph.join(name, Directions.CONCAT, Part.HIDDEN.of(name), Part.MEMORY.of(name));
  }

  private void addHidden(GraphAssembly graph, String name, String result, Stateful layer) {
    String source = input.get(0);
    String mask = graph.maskInput(source);
    if (layer.bidirectional() == Directions.FORWARD) {
      graph.add(result, new LastSteps(mask), source);
      return;
    }
    String forward = Part.FORWARD.of(name);
    String backward = Part.BACKWARD.of(name);
    graph.add(forward, new LastSteps(mask), layer.forward(source));
    graph.add(backward, new LastSteps(mask), layer.backward(source));
    graph.join(result, layer.bidirectional(), forward, backward);
  }

  private void addMemory(GraphAssembly graph, String name, Stateful layer) {
    String source = input.get(0);
    String result = Part.MEMORY.of(name);
    if (layer.bidirectional() == Directions.FORWARD) {
      graph.add(result, new LastMemory(source), source);
      return;
    }
    String forward = Part.FORWARD_MEMORY.of(name);
    String backward = Part.BACKWARD_MEMORY.of(name);
    graph.add(forward, new LastMemory(layer.forward(source)), layer.forward(source));
    graph.add(backward, new LastMemory(layer.backward(source)), layer.backward(source));
    graph.join(result, layer.bidirectional(), forward, backward);
  }
}
