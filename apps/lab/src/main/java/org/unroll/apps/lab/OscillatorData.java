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
import org.unroll.datasets.lab.Oscillator;
import org.unroll.datasets.lab.TurningUnits;

@Variant(
    key = "task",
    names = {"oscillator"})
@Doc(
    "Two units that turn each other, kicked out of rest; the net begins with their weights, not with drawn ones.")
record OscillatorData(
    @Doc("What the recurrent weights stretch by: their spectral radius.")
        @Default("1.2")
        @Range(min = 0, max = 100)
        double gain,
    @Doc("Degrees that they turn by each step.") @Default("20") @Range(above = 0, below = 180)
        double degrees,
    @Doc("Steps of an example; the second kick comes half-way.")
        @Default("200")
        @Range(min = 8, max = 100_000)
        int steps,
    @Doc("Largest size of the second kick; the first is a tenth of it.")
        @Default("1")
        @Range(min = 0, max = 1000)
        double kick,
    @Inline Draws draws)
    implements DrawnData {
  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Regression.class);
  }

  @Override
  public List<Metric> metrics() {
    return OscillatorTask.METRICS;
  }

  @Override
  public LabTask<?> task(LabConfig config) {
    TurningUnits units = new TurningUnits(gain, degrees);
    return new OscillatorTask(
        new Oscillator(units, steps, kick, draws, config.seed()), settings(config));
  }
}
