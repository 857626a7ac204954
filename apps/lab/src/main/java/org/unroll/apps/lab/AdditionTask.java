package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.lab.Addition;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.MarkedValues;

/** The addition problem with a net. Not thread-safe. */
final class AdditionTask extends LabTask<MarkedValues> {
  static final List<Metric> METRICS = List.of(Metric.MSE, Metric.MAE, Metric.R2);

  private static final String AGES = "Error by steps since the first marked value";
  private static final int ROWS = 5;
  private static final int POINTS = 300;

  AdditionTask(Addition addition, LabSettings settings) {
    super(addition, settings);
  }

  @Override
  protected Evaluation score(List<MarkedValues> examples, List<float[]> outputs) {
    double[] said = outputs.stream().mapToDouble(output -> output[0]).toArray();
    Table ages = ages(examples, said);
    return new Evaluation(metrics(examples, said), List.of(ages), charts(examples, said, ages));
  }

  private static Map<String, Double> metrics(List<MarkedValues> examples, double[] said) {
    double[] truth = examples.stream().mapToDouble(MarkedValues::sum).toArray();
    return SaidNumbers.metrics(truth, said, METRICS);
  }

  /** A net that forgets is worse the longer ago the first value was. */
  private static Table ages(List<MarkedValues> examples, double[] said) {
    int longest = examples.stream().mapToInt(MarkedValues::age).max().orElseThrow() + 1;
    int shortest = examples.stream().mapToInt(MarkedValues::age).min().orElseThrow();
    int width = Math.max(1, (longest - shortest + ROWS - 1) / ROWS);
    List<List<String>> rows = new ArrayList<>();
    for (int from = shortest; from < longest; from += width) {
      int count = 0;
      double squares = 0;
      for (int i = 0; i < said.length; i++) {
        MarkedValues example = examples.get(i);
        if (example.age() >= from && example.age() < from + width) {
          count++;
          squares += Math.pow(said[i] - example.sum(), 2);
        }
      }
      if (count > 0) {
        int to = Math.min(longest, from + width) - 1;
        rows.add(
            List.of(Steps.name(from, to), "" + count, Metric.MSE.scale().text(squares / count)));
      }
    }
    return new Table(AGES, List.of("steps", "examples", Metric.MSE.key()), rows);
  }

  private static List<Chart> charts(List<MarkedValues> examples, double[] said, Table ages) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (List<String> row : ages.rows()) {
      bars.add(new Chart.Bar(row.get(0), Double.parseDouble(row.get(2))));
    }
    List<Double> sums = new ArrayList<>();
    List<Double> answers = new ArrayList<>();
    for (int i = 0; i < Math.min(POINTS, said.length); i++) {
      sums.add(examples.get(i).sum());
      answers.add(said[i]);
    }
    return List.of(
        new Chart.Bars(AGES, "steps", "mean squared error", bars),
        new Chart.Points(
            "What the net says of each sum",
            "sum",
            "answer",
            List.of(new Chart.Cloud("examples", sums, answers))));
  }

  /** Who knows nothing says 1; who knows the value marked last adds the mean of the other. */
  @Override
  protected Map<String, Evaluation> baselines(List<MarkedValues> examples) {
    Map<String, Evaluation> baselines = new LinkedHashMap<>();
    baselines.put("mean", baseline(examples, example -> 1));
    baselines.put(
        "second-value", baseline(examples, example -> example.values()[example.second()] + 0.5));
    return baselines;
  }

  private static Evaluation baseline(
      List<MarkedValues> examples, ToDoubleFunction<MarkedValues> says) {
    double[] said = examples.stream().mapToDouble(says).toArray();
    return new Evaluation(metrics(examples, said), List.of());
  }

  @Override
  protected String answer(MarkedValues example, float[] output) {
    return String.format(Locale.ROOT, "%.3f", output[0]);
  }

  @Override
  protected Sample sample(int epoch, int number, MarkedValues example, float[] output) {
    String text =
        String.format(
            Locale.ROOT,
            "%d steps; %.2f at step %d and %.2f at step %d are marked",
            example.values().length,
            example.values()[example.first()],
            example.first() + 1,
            example.values()[example.second()],
            example.second() + 1);
    return new Sample.Pair(
        epoch, number, text, sum(example.sum()), sum(output[0]), Alignment.NOWHERE);
  }

  private static String sum(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
