package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/** Vectors, sequences step by step or channels of pictures, one after the other: sizes add up. */
@Variant(
    key = "vertex",
    names = {"concat"})
@Doc("Joins vectors, sequences step by step, or the channels of pictures, one after the other.")
public record Concat(@Doc("Two inputs or more.") List<String> input) implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shapes.joinable("concat", inputs);
    int size = 0;
    for (Shape shape : inputs) {
      if (shape.size() == Shape.UNKNOWN) {
        return inputs.get(0).joined(Shape.UNKNOWN);
      }
      size += shape.size();
    }
    return inputs.get(0).joined(size);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    graph.join(name, Directions.CONCAT, graph.outputs(input));
  }
}
