package org.unroll.core.graph.node;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.layer.sequence.RepeatSteps;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/** A vector at each step of another sequence, {@code [b, n]} to {@code [b, n, t]}. */
@Variant(
    key = "vertex",
    names = {"repeat"})
@Doc("Repeats a vector at each step of a sequence.")
public record Repeat(
    @Doc("One vector an example.") List<String> input,
    @Doc("The sequence that has as many steps.") String like)
    implements NodeSpec {

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(input);
    reads.add(like);
    return reads;
  }

  @Override
  public String readKey(int index) {
    return index < input.size() ? NodeSpec.super.readKey(index) : "like";
  }

  @Override
  public List<String> inStep() {
    return List.of(like);
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape repeated = Shapes.only("repeat", inputs.subList(0, input.size()));
    if (repeated.hasSteps()) {
      throw new ShapeException(
          0, "repeat takes one vector an example, but this input is a sequence");
    }
    Shapes.requireVectors("repeat", 0, repeated);
    if (!inputs.get(input.size()).hasSteps()) {
      throw new ShapeException(
          input.size(), "like names a sequence, but this is one vector an example");
    }
    return new Shape.Sequence(repeated.size());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    graph.add(
        name,
        new RepeatSteps(graph.maskInput(like)),
        graph.output(input.get(0)),
        graph.output(like));
  }
}
