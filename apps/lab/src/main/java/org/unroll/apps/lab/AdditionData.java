package org.unroll.apps.lab;

import java.util.List;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;
import org.unroll.datasets.lab.Addition;
import org.unroll.datasets.lab.Draws;
import org.unroll.datasets.lab.LabTask;

@Variant(
    key = "task",
    names = {"addition"})
@Doc("The sum of the two values of a sequence that are marked (Hochreiter & Schmidhuber 1997).")
record AdditionData(
    @Doc("Steps of a sequence.") @Default("50") @Range(min = 2, max = 10_000) int length,
    @Inline Draws draws)
    implements DrawnData {
  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Regression.class);
  }

  @Override
  public List<Metric> metrics() {
    return AdditionTask.METRICS;
  }

  @Override
  public LabTask<?> task(LabConfig config) {
    return new AdditionTask(new Addition(length, draws, config.seed()), settings(config));
  }
}
