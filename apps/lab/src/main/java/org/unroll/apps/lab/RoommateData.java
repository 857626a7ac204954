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
import org.unroll.datasets.lab.Draws;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.Roommate;

@Variant(
    key = "task",
    names = {"roommate"})
@Doc(
    "What a roommate cooks: on a sunny day the same as the day before, else the next of three (Luis Serrano).")
record RoommateData(
    @Doc("Days of an example.") @Default("10") @Range(min = 1, max = 1000) int days,
    @Inline Draws draws)
    implements DrawnData {
  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Regression.class);
  }

  @Override
  public List<Metric> metrics() {
    return RoommateTask.METRICS;
  }

  @Override
  public LabTask<?> task(LabConfig config) {
    return new RoommateTask(new Roommate(days, draws, config.seed()), settings(config));
  }
}
