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
  public Shape shape(List<Shape> inputs) {
    int size = Shapes.sequence("final-state", inputs).size();
    return new Shape.Vector(cell ? 2 * size : size);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    if (!(graph.node(source) instanceof Recurrent layer)) {
      throw new IllegalStateException(name + " reads no recurrent layer: GraphCheck did not run");
    }
    if (!cell) {
      addHidden(graph, name, name, layer);
      return;
    }
    addHidden(graph, name, name + "-hidden", layer);
    addMemory(graph, name, layer);
    graph.join(name, Directions.CONCAT, name + "-hidden", name + "-memory");
  }

  private void addHidden(GraphAssembly graph, String name, String result, Recurrent layer) {
    String source = input.get(0);
    String mask = graph.maskInput(source);
    if (layer.bidirectional() == Directions.FORWARD) {
      graph.add(result, new LastSteps(mask), source);
      return;
    }
    String forward = name + "-forward";
    String backward = name + "-backward";
    graph.add(forward, new LastSteps(mask), layer.forward(source));
    graph.add(backward, new LastSteps(mask), Recurrent.backward(source));
    graph.join(result, layer.bidirectional(), forward, backward);
  }

  private void addMemory(GraphAssembly graph, String name, Recurrent layer) {
    String source = input.get(0);
    String result = name + "-memory";
    if (layer.bidirectional() == Directions.FORWARD) {
      graph.add(result, new LastMemory(source), source);
      return;
    }
    String forward = name + "-forward-memory";
    String backward = name + "-backward-memory";
    graph.add(forward, new LastMemory(layer.forward(source)), layer.forward(source));
    graph.add(backward, new LastMemory(Recurrent.backward(source)), Recurrent.backward(source));
    graph.join(result, layer.bidirectional(), forward, backward);
  }
}
