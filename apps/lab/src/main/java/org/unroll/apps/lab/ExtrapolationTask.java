package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.lab.Extrapolation;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.WavePoint;
import org.unroll.datasets.lab.WaveSpan;

/**
 * A wave with a net. Beyond what is known, a net that reads the past reads its own answers. Not
 * thread-safe.
 */
final class ExtrapolationTask extends LabTask<WavePoint> {
  static final List<Metric> METRICS = List.of(Metric.RMSE, Metric.MAE, Metric.R2);

  /** Stretches that a table has of the steps beyond. */
  private static final int STRETCHES = 4;

  private static final int SHOWN = 100;

  private final Extrapolation experiment;
  private final WaveSpan span;

  ExtrapolationTask(Extrapolation experiment, LabSettings settings) {
    super(experiment, settings);
    this.experiment = experiment;
    this.span = experiment.span();
  }

  @Override
  protected List<float[]> outputs(Net net, List<WavePoint> examples) {
    int last = examples.stream().mapToInt(WavePoint::step).max().orElseThrow();
    if (!experiment.readsPast() || last < span.known()) {
      return super.outputs(net, examples);
    }
    float[] continued = continued(net, last);
    List<float[]> outputs = new ArrayList<>();
    List<WavePoint> inside = examples.stream().filter(each -> each.step() < span.known()).toList();
    Iterator<float[]> said =
        (inside.isEmpty() ? List.<float[]>of() : super.outputs(net, inside)).iterator();
    for (WavePoint example : examples) {
      int at = span.window() + example.step() - span.known();
      outputs.add(example.step() < span.known() ? said.next() : new float[] {continued[at]});
    }
    return outputs;
  }

  /** The last values that are known and what the net makes of them, up to a step. */
  private float[] continued(Net net, int last) {
    float[] values = new float[span.window() + last - span.known() + 1];
    System.arraycopy(experiment.past(span.known()), 0, values, 0, span.window());
    for (int at = span.window(); at < values.length; at++) {
      float[] past = new float[span.window()];
      System.arraycopy(values, at - past.length, past, 0, past.length);
      WavePoint next = new WavePoint(span.known() + at - span.window(), past);
      values[at] = super.outputs(net, List.of(next)).get(0)[0];
    }
    return values;
  }

  @Override
  protected Evaluation score(List<WavePoint> examples, List<float[]> outputs) {
    double[] said = outputs.stream().mapToDouble(output -> output[0]).toArray();
    return new Evaluation(metrics(examples, said), List.of());
  }

  private Map<String, Double> metrics(List<WavePoint> examples, double[] said) {
    double[] truth = examples.stream().mapToDouble(this::truth).toArray();
    return SaidNumbers.metrics(truth, said, METRICS);
  }

  private double truth(WavePoint point) {
    return experiment.wave().at(point.step());
  }

  @Override
  protected List<Table> tables(Net net) {
    List<WavePoint> all = experiment.all();
    double[] said = outputs(net, all).stream().mapToDouble(output -> output[0]).toArray();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("known", all, said, 0, span.known()));
    int width = (span.beyond() + STRETCHES - 1) / STRETCHES;
    for (int from = span.known(); from < span.end(); from += width) {
      int to = Math.min(span.end(), from + width);
      rows.add(row("beyond", all, said, from, to));
    }
    return List.of(
        new Table("Error by stretch of the wave", List.of("what", "steps", "rmse"), rows));
  }

  private List<String> row(String what, List<WavePoint> all, double[] said, int from, int to) {
    List<WavePoint> points = new ArrayList<>();
    List<Double> answers = new ArrayList<>();
    for (int i = 0; i < said.length; i++) {
      if (all.get(i).step() >= from && all.get(i).step() < to) {
        points.add(all.get(i));
        answers.add(said[i]);
      }
    }
    double[] chosen = answers.stream().mapToDouble(Double::doubleValue).toArray();
    double rmse = metrics(points, chosen).get(Metric.RMSE.key());
    int first = points.get(0).step();
    return List.of(what, Steps.name(first, to - 1), Metric.RMSE.scale().text(rmse));
  }

  @Override
  protected List<Chart> charts(Net net) {
    List<WavePoint> all = experiment.all();
    List<Double> said = new ArrayList<>();
    outputs(net, all).forEach(output -> said.add((double) output[0]));
    List<Chart.Line> lines =
        List.of(
            new Chart.Line("wave", all.stream().map(this::truth).toList(), Chart.Stroke.PALE),
            new Chart.Line("net", said));
    List<String> steps = all.stream().map(experiment::text).toList();
    Chart.Mark end = new Chart.Mark("from here on unknown", span.known() - span.window());
    return List.of(
        new Chart.Lines("The wave and what the net says", steps, lines, List.of(), List.of(end))
            .named("step", "value of the wave"));
  }

  /** Zero is the mean of all; the last value is that of the step before, as far as it is known. */
  @Override
  protected Map<String, Evaluation> baselines(List<WavePoint> examples) {
    Map<String, Evaluation> baselines = new LinkedHashMap<>();
    baselines.put("zero", baseline(examples, step -> 0));
    baselines.put(
        "last-value",
        baseline(
            examples, point -> experiment.wave().at(Math.min(point.step(), span.known()) - 1)));
    return baselines;
  }

  private Evaluation baseline(List<WavePoint> examples, ToDoubleFunction<WavePoint> says) {
    double[] said = examples.stream().mapToDouble(says).toArray();
    return new Evaluation(metrics(examples, said), List.of());
  }

  @Override
  protected String answer(WavePoint example, float[] output) {
    return String.format(Locale.ROOT, "%.3f", output[0]);
  }

  /** One picture: the end of what is known and the beginning of what is not. */
  @Override
  public List<Sample> samples(Net net, int epoch) {
    int from = span.known() - span.window();
    int to = Math.min(span.end(), span.known() + SHOWN);
    List<WavePoint> unknown = examples(Split.TEST).subList(0, to - span.known());
    List<Double> said = new ArrayList<>();
    outputs(net, unknown).forEach(output -> said.add((double) output[0]));
    return List.of(
        new Sample.Series(
            epoch,
            0,
            "wave",
            IntStream.range(from, to).mapToObj(String::valueOf).toList(),
            IntStream.range(from, span.known()).mapToObj(experiment.wave()::at).toList(),
            unknown.stream().map(this::truth).toList(),
            Map.of("0.5", said)));
  }

  @Override
  protected Sample sample(int epoch, int number, WavePoint example, float[] output) {
    throw new UnsupportedOperationException("samples are one picture");
  }
}
