package org.unroll.core.graph.node;

import java.util.List;
import java.util.OptionalInt;
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
    @Doc("Units; as many as its input has if left out.") @Range(min = 1, max = 100_000)
        OptionalInt size,
    @Inline LayerOptions options)
    implements LayerNode {

  public Dense(List<String> input, int size, LayerOptions options) {
    this(input, OptionalInt.of(size), options);
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape shape = Shapes.vectors("dense", inputs);
    int units = size.orElse(shape.size());
    options.checkIdentity(shape.size(), units);
    return shape.resized(units);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    graph.add(
        name,
        GraphAssembly.connected(graph.shape(source).size(), graph.shape(name).size(), options),
        graph.drop(name, source, options.dropout()));
  }
}
