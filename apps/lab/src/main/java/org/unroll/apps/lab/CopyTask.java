package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.lab.CopyMemory;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.RememberedSymbols;

/** Copy memory with a net. Not thread-safe. */
final class CopyTask extends LabTask<RememberedSymbols> {
  private static final String PLACES = "Right answers by place among the symbols";

  private final CopyMemory copy;

  CopyTask(CopyMemory copy, LabSettings settings) {
    super(copy, settings);
    this.copy = copy;
  }

  @Override
  protected Evaluation score(List<RememberedSymbols> examples, List<float[]> outputs) {
    SaidSymbols said = new SaidSymbols();
    for (int i = 0; i < examples.size(); i++) {
      said.add(examples.get(i).symbols(), answers(outputs.get(i)));
    }
    List<List<String>> rows = new ArrayList<>();
    List<Chart.Bar> bars = new ArrayList<>();
    for (double share : said.accuracies()) {
      String place = String.valueOf(rows.size() + 1);
      rows.add(List.of(place, Metric.ACCURACY.scale().text(share)));
      bars.add(new Chart.Bar(place, share));
    }
    Table places = new Table(PLACES, List.of("place", Metric.ACCURACY.key()), rows);
    Chart chart = new Chart.Bars(PLACES, "place", "share of right answers", bars);
    return new Evaluation(said.metrics(), List.of(places), List.of(chart));
  }

  private List<double[]> answers(float[] output) {
    return new StepClasses(output, CopyMemory.ALPHABET)
        .from(copy.symbols() + copy.delay(), copy.symbols());
  }

  /** Who remembers nothing gives each symbol the same probability. */
  @Override
  protected Map<String, Evaluation> baselines(List<RememberedSymbols> examples) {
    double[] even = new double[CopyMemory.ALPHABET];
    Arrays.fill(even, 1.0 / even.length);
    SaidSymbols said = new SaidSymbols();
    for (RememberedSymbols example : examples) {
      said.add(example.symbols(), Collections.nCopies(copy.symbols(), even));
    }
    return Map.of("guess", new Evaluation(said.metrics(), List.of()));
  }

  @Override
  protected String answer(RememberedSymbols example, float[] output) {
    StringBuilder symbols = new StringBuilder();
    for (double[] row : answers(output)) {
      symbols.append(StepClasses.best(row));
    }
    return symbols.toString();
  }

  @Override
  protected Sample sample(int epoch, int number, RememberedSymbols example, float[] output) {
    String truth = copy.truth(example);
    String text = "%s, a wait of %d".formatted(truth, copy.delay());
    return new Sample.Pair(epoch, number, text, truth, answer(example, output), Alignment.NOWHERE);
  }
}
