package org.unroll.core.graph.node;

import java.util.List;
import java.util.Optional;
import org.unroll.core.layer.head.PinballLoss;
import org.unroll.core.metric.Levels;
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
    implements NumbersHead {
  @Override
  public void check(String path, Problems problems) {
    NumbersHead.super.check(path, problems);
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

  @Override
  public int numbers() {
    return levels.size();
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    double[] quantiles = levels.stream().mapToDouble(Double::doubleValue).toArray();
    int free = new Levels(levels).nearest();
    new HeadInParts(new PinballLoss(quantiles), levels.size(), free, skip)
        .build(graph, name, input.get(0), options);
  }
}
