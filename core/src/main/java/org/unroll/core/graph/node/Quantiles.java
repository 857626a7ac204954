package org.unroll.core.graph.node;

import java.util.List;
import java.util.Optional;
import org.unroll.core.layer.head.PinballLoss;
import org.unroll.core.metric.Levels;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/**
 * The head for quantiles: a linear layer whose levels cannot cross, and the pinball loss averaged
 * over targets and levels. Labels {@code [b, targets, t]}, output {@code [b, targets * levels, t]}
 * with the levels of a target side by side; or without t.
 */
@Variant(
    key = "layer",
    names = {"quantiles"})
@Doc("The head for quantiles that cannot cross, with the pinball loss, per example or per step.")
public record Quantiles(
    @Doc("What to read.") List<String> input,
    @Doc("The quantiles, ascending.") @Default("[0.1, 0.5, 0.9]") @Range(above = 0, below = 1)
        List<Double> levels,
    @Doc(
            "A node whose output is added to all levels of its target: per step, or for all steps"
                + " target after target.")
        Optional<String> skip,
    @Inline LayerOptions options)
    implements NodeSpec, Checked {
  @Override
  public boolean isHead() {
    return true;
  }

  @Override
  public void check(String path, Problems problems) {
    options.refuseActivation(
        path, "the activation of quantiles is the identity; remove the key", problems);
    Head.refuseIdentity(path, options, problems);
    if (levels.isEmpty()) {
      problems.add(path + ".levels", "no level; the default is [0.1, 0.5, 0.9]");
    }
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i) <= levels.get(i - 1)) {
        problems.add(path + ".levels", "the levels must ascend, each once");
        return;
      }
    }
  }

  private HeadSkip skipPath() {
    return new HeadSkip(input, skip);
  }

  @Override
  public List<String> reads() {
    return skipPath().reads();
  }

  @Override
  public String readKey(int index) {
    return skipPath().readKey(index);
  }

  @Override
  public List<String> inStep() {
    return reads();
  }

  @Override
  public Shape shape(List<Shape> inputs) {
    return Shapes.resized(Shapes.numbers("quantiles", skipPath().own(inputs)), Shape.UNKNOWN);
  }

  @Override
  public Shape shape(List<Shape> inputs, PortSizes sizes) {
    Shape head = shape(inputs);
    skipPath().check(inputs, head, sizes);
    return Shapes.resized(head, sizes.outputSize() * levels.size());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    double[] quantiles = levels.stream().mapToDouble(Double::doubleValue).toArray();
    int free = new Levels(levels).nearest();
    new NumbersHead(new PinballLoss(quantiles), levels.size(), free, skip)
        .build(graph, name, input.get(0), options);
  }
}
