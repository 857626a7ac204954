package org.unroll.apps.lab;

import java.util.List;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;
import org.unroll.datasets.lab.Draws;
import org.unroll.datasets.lab.Echo;
import org.unroll.datasets.lab.LabTask;

@Variant(
    key = "task",
    names = {"echo"})
@Doc("A stream of symbols of which each is to be said again some steps later; for train.tbptt.")
record EchoData(
    @Doc("Steps between a symbol and its echo.") @Default("5") @Range(min = 1, max = 1000)
        int delay,
    @Doc("Different symbols.") @Default("4") @Range(min = 2, max = 10) int alphabet,
    @Doc("Steps of a stream.") @Default("60") @Range(min = 2, max = 10_000) int length,
    @Inline Draws draws)
    implements DrawnData, Checked {
  @Override
  public void check(String path, Problems problems) {
    if (length <= delay) {
      problems.add(path + ".length", "expected more steps than the delay of " + delay);
    }
  }

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
    Echo echo = new Echo(delay, alphabet, length, draws, config.seed());
    return new EchoTask(echo, config.train().tbptt(), settings(config));
  }
}
