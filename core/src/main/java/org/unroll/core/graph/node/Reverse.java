package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/**
 * A sequence from its last unmasked step to its first, {@code [b, n, t]} in and out; padding stays
 * where it is. A reversed source made plain encoder-decoders better (Sutskever et al. 2014).
 */
@Variant(
    key = "vertex",
    names = {"reverse"})
@Doc("A sequence from its last step to its first.")
public record Reverse(@Doc("A sequence.") List<String> input) implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    return Shapes.sequence("reverse", inputs);
  }

  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    graph.reverse(name, graph.maskInput(input.get(0)), graph.output(input.get(0)));
  }
}
