package org.unroll.core.graph.node;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.unroll.core.layer.sequence.FlattenSteps;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/**
 * One linear map of the last steps of its inputs, {@code [b, n, t]} to {@code [b, size]}: a linear
 * model beside the recurrent layers, as in NLinear (Zeng et al. 2023). Counted back from each
 * sequence's last unmasked step; what is masked or missing is 0. A vector is taken as it is.
 */
@Variant(
    key = "layer",
    names = {"linear"})
@Doc("One linear map of the last steps of its inputs, a linear model for a head's skip.")
public record Linear(
    @Doc("What to read: sequences or vectors.") List<String> input,
    @Doc("Steps to read, counted from the end; of a shorter input all. Default all.")
        @Range(min = 1, max = 100_000)
        OptionalInt last,
    @Doc("Numbers to give, default one for each number that the head gives for an example.")
        @Range(min = 1, max = 1_000_000)
        OptionalInt size,
    @Inline LayerOptions options)
    implements LayerNode, Checked {

  @Override
  public void check(String path, Problems problems) {
    options.refuseActivation(
        path, "linear has no activation; remove the key or use dense", problems);
    if (options.weightInit() == InitialWeights.IDENTITY) {
      problems.add(path + ".weight-init", "a linear cannot start as identity; use xavier");
    }
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    for (int i = 0; i < inputs.size(); i++) {
      Shapes.requireVectors("linear", i, inputs.get(i));
    }
    checkLast(inputs, graph);
    return new Shape.Vector(size.orElse(graph.ports().flatSize()));
  }

  private void checkLast(List<Shape> inputs, GraphPlan graph) {
    boolean tooMany = last.isPresent();
    int most = 0;
    for (int i = 0; i < inputs.size(); i++) {
      if (!inputs.get(i).hasSteps()) {
        continue;
      }
      OptionalInt steps = graph.steps(input.get(i));
      if (steps.isEmpty() && last.isEmpty()) {
        throw new ShapeException(
            i, "the number of steps varies, so linear cannot read all of them; set last");
      }
      tooMany &= steps.orElse(Shape.UNKNOWN) != Shape.UNKNOWN;
      most = Math.max(most, steps.orElse(0));
    }
    if (tooMany && most > 0 && last.getAsInt() > most) {
      throw new ShapeException(
          "linear reads the last %d steps, but there are %d at most; remove last to read all"
              .formatted(last.getAsInt(), most));
    }
  }

  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    List<String> flat = new ArrayList<>();
    int numbers = 0;
    for (int i = 0; i < input.size(); i++) {
      Shape shape = graph.shape(input.get(i));
      if (!shape.hasSteps()) {
        flat.add(graph.output(input.get(i)));
        numbers += shape.size();
        continue;
      }
      int steps = steps(graph.steps(input.get(i)));
      String part = Part.FLAT.of(name, i);
      graph.add(
          part, new FlattenSteps(graph.maskInput(input.get(i)), steps), graph.output(input.get(i)));
      flat.add(part);
      numbers += steps * shape.size();
    }
    String joined = flat.get(0);
    if (flat.size() > 1) {
      joined = Part.FLAT.of(name);
      graph.join(joined, Directions.CONCAT, flat.toArray(String[]::new));
    }
    graph.add(
        name,
        GraphAssembly.connected(numbers, graph.shape(name).size(), options),
        graph.drop(name, joined, options.dropout()));
  }

  private int steps(OptionalInt fixed) {
    return Math.min(last.orElse(Integer.MAX_VALUE), fixed.orElse(Integer.MAX_VALUE));
  }
}
