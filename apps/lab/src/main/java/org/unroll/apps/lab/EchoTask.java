package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.lab.Echo;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.SymbolStream;

/**
 * Echoes with a net. It is scored without a cut: what is cut is the gradient of the training. Not
 * thread-safe.
 */
final class EchoTask extends LabTask<SymbolStream> {
  private static final String PLACES = "Share of right answers by step within the stretch of tbptt";
  private static final String REACHED = "the gradient reaches the symbol";

  private final Echo echo;
  private final OptionalInt truncation;

  /**
   * @param truncation steps that a gradient reaches over; empty for all
   */
  EchoTask(Echo echo, OptionalInt truncation, LabSettings settings) {
    super(echo, settings);
    this.echo = echo;
    this.truncation = truncation;
  }

  @Override
  protected Evaluation score(List<SymbolStream> examples, List<float[]> outputs) {
    SaidSymbols said = new SaidSymbols();
    for (int i = 0; i < examples.size(); i++) {
      said.add(echo.echo(examples.get(i)), answers(examples.get(i), outputs.get(i)));
    }
    if (truncation.isEmpty()) {
      return new Evaluation(said.metrics(), List.of());
    }
    return places(said, truncation.getAsInt());
  }

  private Evaluation places(SaidSymbols said, int stretch) {
    double[] sums = new double[stretch];
    int[] counts = new int[stretch];
    List<Double> shares = said.accuracies();
    for (int i = 0; i < shares.size(); i++) {
      sums[(echo.delay() + i) % stretch] += shares.get(i);
      counts[(echo.delay() + i) % stretch]++;
    }
    List<List<String>> rows = new ArrayList<>();
    List<Chart.Bar> bars = new ArrayList<>();
    for (int step = 0; step < stretch; step++) {
      if (counts[step] > 0) {
        double share = sums[step] / counts[step];
        String name = String.valueOf(step + 1);
        boolean reached = step >= echo.delay();
        rows.add(List.of(name, reached ? "yes" : "no", Metric.ACCURACY.scale().text(share)));
        bars.add(new Chart.Bar(name, share, reached));
      }
    }
    boolean some = bars.stream().anyMatch(Chart.Bar::marked);
    Chart chart =
        new Chart.Bars(
            PLACES, "share of right answers", bars, "step within the stretch", some ? REACHED : "");
    List<String> header = List.of("step", REACHED, Metric.ACCURACY.key());
    return new Evaluation(said.metrics(), List.of(new Table(PLACES, header, rows)), List.of(chart));
  }

  private List<double[]> answers(SymbolStream example, float[] output) {
    return new StepClasses(output, echo.alphabet())
        .from(echo.delay(), echo.length(example) - echo.delay());
  }

  /** Who remembers nothing gives each symbol the same probability. */
  @Override
  protected Map<String, Evaluation> baselines(List<SymbolStream> examples) {
    double[] even = new double[echo.alphabet()];
    Arrays.fill(even, 1.0 / even.length);
    SaidSymbols said = new SaidSymbols();
    for (SymbolStream example : examples) {
      int[] truth = echo.echo(example);
      said.add(truth, Collections.nCopies(truth.length, even));
    }
    return Map.of("guess", new Evaluation(said.metrics(), List.of()));
  }

  @Override
  protected String answer(SymbolStream example, float[] output) {
    return Echo.written(answers(example, output).stream().mapToInt(StepClasses::best).toArray());
  }

  @Override
  protected Sample sample(int epoch, int number, SymbolStream example, float[] output) {
    return new Sample.Pair(
        epoch,
        number,
        echo.text(example),
        echo.truth(example),
        answer(example, output),
        Alignment.NOWHERE);
  }
}
