package org.unroll.apps.lab;

import java.util.List;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;
import org.unroll.datasets.lab.CopyMemory;
import org.unroll.datasets.lab.Draws;
import org.unroll.datasets.lab.LabTask;

@Variant(
    key = "task",
    names = {"copy"})
@Doc("Symbols to be said again after a wait (Arjovsky, Shah & Bengio 2016).")
record CopyData(
    @Doc("Symbols to be remembered, each one of 8.") @Default("10") @Range(min = 1, max = 1000)
        int symbols,
    @Doc("Steps of the wait, the last of which is the signal to go.")
        @Default("20")
        @Range(min = 1, max = 10_000)
        int delay,
    @Inline Draws draws)
    implements DrawnData {
  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Softmax.class);
  }

  @Override
  public List<Metric> metrics() {
    return SaidSymbols.METRICS;
  }

  @Override
  public LabTask<?> task(LabConfig config) {
    return new CopyTask(new CopyMemory(symbols, delay, draws, config.seed()), settings(config));
  }
}
