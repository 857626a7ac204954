package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/** The sum of vectors, sequences or pictures of one size, as in a residual connection. */
@Variant(
    key = "vertex",
    names = {"add"})
@Doc("Adds vectors, sequences or pictures of the same size.")
public record Add(@Doc("Two inputs or more.") List<String> input) implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shapes.joinable("add", inputs);
    int size = Shape.UNKNOWN;
    for (int i = 0; i < inputs.size(); i++) {
      int other = inputs.get(i).size();
      if (Shapes.differ(size, other)) {
        throw new ShapeException(
            i,
            "add takes inputs of one size, but this one has %d numbers and an earlier one %d"
                .formatted(other, size));
      }
      size = Math.max(size, other);
    }
    return inputs.get(0).joined(size);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    graph.join(name, Directions.ADD, graph.outputs(input));
  }
}
