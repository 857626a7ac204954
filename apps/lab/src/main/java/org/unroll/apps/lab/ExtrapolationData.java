package org.unroll.apps.lab;

import java.util.List;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;
import org.unroll.datasets.lab.Extrapolation;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.Wave;
import org.unroll.datasets.lab.WaveSpan;

@Variant(
    key = "task",
    names = {"extrapolation"})
@Doc("A wave that is known for a while and is to be continued, from the time or from its past.")
record ExtrapolationData(
    @Doc("Steps of one period of the wave.") @Default("40") @Range(min = 2, max = 10_000)
        double period,
    @Doc("How many sines it is made of: 1, or 2 that never come back to the same.")
        @Default("1")
        @Range(min = 1, max = 2)
        int sines,
    @Doc(
            "Steps that are known: the even ones are trained on, the odd ones are the validation part.")
        @Default("160")
        @Range(min = 4, max = 100_000)
        int known,
    @Doc("Steps after them, which are the test part.")
        @Default("320")
        @Range(min = 1, max = 100_000)
        int beyond,
    @Doc("Steps of the past that a net reads which has the input past.")
        @Default("20")
        @Range(min = 1, max = 10_000)
        int window,
    @Doc("Training examples of an epoch: steps drawn by chance, a step may come again.")
        @Default("2000")
        @Range(min = 1, max = 10_000_000)
        int examples,
    @Doc("Examples in a batch.") @Default("20") @Range(min = 1, max = 1_000_000) int batch)
    implements LabData, Checked {
  @Override
  public void check(String path, Problems problems) {
    if (known < window + 4) {
      problems.add(
          path + ".known",
          "expected at least %d, four steps more than the window".formatted(window + 4));
    }
  }

  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Regression.class);
  }

  @Override
  public List<Metric> metrics() {
    return ExtrapolationTask.METRICS;
  }

  @Override
  public LabTask<?> task(LabConfig config) {
    return new ExtrapolationTask(
        new Extrapolation(
            new Wave(period, sines),
            new WaveSpan(known, beyond, window),
            config.uses(Extrapolation.PAST),
            examples,
            config.seed()),
        settings(config));
  }
}
