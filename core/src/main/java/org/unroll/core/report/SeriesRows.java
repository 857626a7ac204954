package org.unroll.core.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Scale;

/** The forecasts of the fixed validation examples as HTML: a picture each, its errors by epoch. */
final class SeriesRows {
  private final Html html;

  SeriesRows(Html html) {
    this.html = html;
  }

  /**
   * @param examples the samples of each example by epoch
   */
  void add(List<TreeMap<Integer, Sample.Series>> examples) {
    html.raw("<div class=\"charts\">");
    for (TreeMap<Integer, Sample.Series> epochs : examples) {
      Sample.Series last = epochs.lastEntry().getValue();
      html.raw("<figure class=\"chart\">");
      html.element("figcaption", "", title(last));
      new ChartPicture(chart(last)).addTo(html);
      addCourse(epochs);
      html.raw("</figure>");
    }
    html.raw("</div>");
  }

  private static String title(Sample.Series sample) {
    String start = sample.times().get(sample.past().size()).replace('T', ' ');
    return (sample.series().isEmpty() ? "" : "Series " + sample.series() + ", ") + "from " + start;
  }

  /** What is known and what came as one line; forecast and band beside it. */
  static Chart.Lines chart(Sample.Series sample) {
    List<Double> truth = new ArrayList<>(sample.past());
    truth.addAll(sample.truth());
    SortedMap<Double, List<Double>> levels = sample.byLevel();
    List<Chart.Line> lines = new ArrayList<>();
    lines.add(new Chart.Line("truth", truth));
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
    return new Chart.Lines(title(sample), sample.times(), lines, bands, marks);
  }

  private static List<Double> later(Sample.Series sample, List<Double> values) {
    List<Double> shifted = new ArrayList<>(Collections.nCopies(sample.past().size(), Double.NaN));
    shifted.addAll(values);
    return shifted;
  }

  /** A bar an epoch, as high as its error beside the greatest one. */
  private void addCourse(TreeMap<Integer, Sample.Series> epochs) {
    TreeMap<Integer, Double> errors = new TreeMap<>();
    epochs.forEach((epoch, sample) -> errors.put(epoch, error(sample)));
    double greatest = errors.values().stream().filter(Double::isFinite).reduce(0.0, Math::max);
    html.raw("<p class=\"course\">");
    errors.forEach(
        (epoch, error) ->
            html.raw(
                String.format(
                    Locale.ROOT,
                    "<i class=\"plain\" title=\"epoch %d: mae %s\"><i style=\"height:%.0f%%\"></i></i>",
                    epoch,
                    Double.isNaN(error) ? "–" : Scale.OPEN.text(error),
                    error > 0 ? Math.max(4, 100 * error / greatest) : 4)));
    html.raw("</p>");
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
}
