package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.sequence.LastSteps;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/** The last unmasked step of a sequence, {@code [b, n, t]} to {@code [b, n]}. */
@Variant(
    key = "vertex",
    names = {"last-step"})
@Doc("The last step of a sequence.")
public record LastStep(@Doc("A sequence.") List<String> input) implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    boolean both =
        graph
            .stateful(input.get(0))
            .filter(layer -> layer.bidirectional() != Directions.FORWARD)
            .isPresent();
    if (both) {
      throw new ShapeException(
          0,
          "'%s' reads in both directions, and at the last step its backward direction has seen one step only; use {vertex: final-state}"
              .formatted(input.get(0)));
    }
    return new Shape.Vector(Shapes.sequence("last-step", inputs).size());
  }

  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    graph.add(name, new LastSteps(graph.maskInput(source)), graph.output(source));
  }
}
