package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/** A fully connected layer, {@code [b, n]} to {@code [b, size]}, or the same at each step. */
@Variant(
    key = "layer",
    names = {"dense"})
@Doc("A fully connected layer, on a vector or on each step of a sequence.")
public record Dense(
    @Doc("What to read.") List<String> input,
    @Doc("Units.") @Range(min = 1, max = 100_000) int size,
    @Inline LayerOptions options)
    implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape shape = Shapes.vectors("dense", inputs);
    options.checkIdentity(shape.size(), size);
    return shape.resized(size);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    graph.add(
        name,
        GraphAssembly.connected(graph.shape(source).size(), size, options),
        graph.drop(name, source, options.dropout()));
  }
}
