package org.unroll.apps.lab;

import java.util.List;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;
import org.unroll.datasets.lab.Clipping;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.LoneUnit;

@Variant(
    key = "task",
    names = {"clipping"})
@Doc(
    "One unit that reads nothing but itself, whose loss has a wall; an epoch is one step of the descent (Pascanu, Mikolov & Bengio 2013).")
record ClippingData(
    @Doc("Steps that the unit runs.") @Default("50") @Range(min = 1, max = 10_000) int steps,
    @Doc("The unit before the first step.") @Default("0.5") @Range(min = -1, max = 1) double start,
    @Doc("What it is to be after the last.") @Default("0.7") @Range(min = -1, max = 1)
        double target,
    @Doc("Its weight before the training.") @Default("1.3") @Range(min = -100, max = 100)
        double weight,
    @Doc("Its bias before the training.") @Default("-0.23") @Range(min = -100, max = 100)
        double bias)
    implements LabData {
  @Override
  public int batch() {
    return 1;
  }

  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Regression.class);
  }

  @Override
  public List<Metric> metrics() {
    return ClippingTask.METRICS;
  }

  @Override
  public LabTask<?> task(LabConfig config) {
    return new ClippingTask(
        new Clipping(new LoneUnit(steps, start, target)), this, config.train(), settings(config));
  }
}
