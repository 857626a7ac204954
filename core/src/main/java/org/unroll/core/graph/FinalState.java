package org.unroll.core.graph;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.unroll.core.config.Doc;
import org.unroll.core.config.Variant;

/**
 * What a recurrent layer knows after reading everything, {@code [b, n]}: the last unmasked forward
 * output; with two directions joined with (or added to) the first backward output, which is the
 * backward cell's last, as that cell reads the reversed sequence.
 */
@Variant(
    key = "vertex",
    names = {"final-state"})
@Doc("The state of a recurrent layer after it has read everything, from both directions.")
public record FinalState(@Doc("A recurrent layer.") List<String> input) implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs) {
    return new Shape.Vector(Shapes.sequence("final-state", inputs).size());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    if (!(graph.node(source) instanceof Recurrent layer)) {
      throw new IllegalStateException(name + " reads no recurrent layer: GraphCheck did not run");
    }
    String mask = graph.maskInput(source);
    if (layer.bidirectional() == Directions.FORWARD) {
      graph.add(name, new LastTimeStepVertex(mask), source);
      return;
    }
    String forward = name + "-forward";
    String backward = name + "-backward";
    graph.add(forward, new LastTimeStepVertex(mask), layer.forward(source));
    graph.add(backward, new LastTimeStepVertex(mask), Recurrent.backward(source));
    graph.join(name, layer.bidirectional(), forward, backward);
  }
}
