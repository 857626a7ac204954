package org.unroll.core.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Scale;

/** A forecast as a line and a band beside what came. */
final class SeriesFigure implements SampleFigure<Sample.Series> {
  static final String HINT =
      "Forecasts and what came. Below each a bar an epoch: its height is the error of that"
          + " epoch's forecast.";

  private final List<Sample.Series> epochs;

  SeriesFigure(List<Sample.Series> epochs) {
    this.epochs = epochs;
  }

  @Override
  public String remark(Sample.Series sample) {
    int start = sample.past().size();
    String from = start < sample.times().size() ? "from " + sample.times().get(start) : "";
    return (sample.series().isEmpty() ? "" : sample.series() + ", ") + from.replace('T', ' ');
  }

  @Override
  public List<EpochBar> bars() {
    List<Double> errors = epochs.stream().map(SeriesFigure::error).toList();
    double greatest = errors.stream().filter(Double::isFinite).reduce(0.0, Math::max);
    List<EpochBar> bars = new ArrayList<>();
    for (double error : errors) {
      String says = "mae " + (Double.isFinite(error) ? Scale.OPEN.text(error) : "–");
      bars.add(new EpochBar("plain", says, error > 0 ? error / greatest : 0));
    }
    return bars;
  }

  /** Mean absolute error where the truth is known; NaN where it is not at all. */
  private static double error(Sample.Series sample) {
    List<Double> point = sample.point();
    double sum = 0;
    int count = 0;
    for (int step = 0; step < sample.truth().size(); step++) {
      if (Double.isFinite(sample.truth().get(step))) {
        sum += Math.abs(sample.truth().get(step) - point.get(step));
        count++;
      }
    }
    return sum / count;
  }

  @Override
  public void addPicture(Html html, Sample.Series sample) {
    String title = "forecast of epoch " + sample.epoch() + " beside the truth";
    addChart(html, sample, title, "truth");
  }

  @Override
  public void addAnswer(Html html, Sample.Series sample) {
    addChart(html, sample, "forecast after what is known", "known");
  }

  private void addChart(Html html, Sample.Series sample, String title, String known) {
    List<Double> values = new ArrayList<>(); // so that pictures do not jump from epoch to epoch
    epochs.forEach(epoch -> epoch.forecast().values().forEach(values::addAll));
    html.raw("<div class=\"chart\">");
    new ChartPicture(chart(sample, title, known)).reaching(values).addTo(html);
    html.raw("</div>");
  }

  /** What is known and what came as one line; forecast and band beside it. */
  private static Chart.Lines chart(Sample.Series sample, String title, String known) {
    List<Double> truth = new ArrayList<>(sample.past());
    truth.addAll(sample.truth());
    SortedMap<Double, List<Double>> levels = sample.byLevel();
    List<Chart.Line> lines = new ArrayList<>();
    lines.add(new Chart.Line(known, truth, Chart.Stroke.PALE));
    lines.add(new Chart.Line("forecast", later(sample, sample.point())));
    List<Chart.Band> bands = new ArrayList<>();
    if (levels.size() > 1) {
      double low = levels.firstKey();
      double high = levels.lastKey();
      String name = "between the quantiles " + low + " and " + high;
      bands.add(
          new Chart.Band(name, later(sample, levels.get(low)), later(sample, levels.get(high))));
    }
    List<Chart.Mark> marks =
        sample.past().isEmpty() ? List.of() : List.of(new Chart.Mark("", sample.past().size()));
    boolean numbers = StepAxis.areNumbers(sample.times());
    return new Chart.Lines(title, sample.times(), lines, bands, marks)
        .named(numbers ? "step" : "", "");
  }

  private static List<Double> later(Sample.Series sample, List<Double> values) {
    List<Double> shifted = new ArrayList<>(Collections.nCopies(sample.past().size(), Double.NaN));
    shifted.addAll(values);
    return shifted;
  }
}
