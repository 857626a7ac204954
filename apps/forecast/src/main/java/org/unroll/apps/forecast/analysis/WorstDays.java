package org.unroll.apps.forecast.analysis;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Levels;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.window.Windows;

/**
 * The days on which the first target was forecast worst, each with the freshest forecast of it,
 * whose error is told. Of steps of a day and longer, stretches of a season. Not thread-safe.
 */
final class WorstDays {
  private static final int SHOWN = 5;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private final Windows windows;
  private final Levels levels;
  private final String target;
  private final List<Day> days;
  private final int[][] shownBy; // [series][step]: the window whose forecast is drawn, or -1
  private final double[][][] drawn; // [series][level][step]

  WorstDays(Windows windows, SeriesConfig config, Levels levels) {
    this.windows = windows;
    this.levels = levels;
    this.target = config.targetNames().get(0);
    FreshForecasts fresh = new FreshForecasts(windows, config.hourEnding());
    this.days = fresh.days();
    this.shownBy = fresh.windowOfStep(days);
    this.drawn = new double[shownBy.length][levels.count()][];
    for (int series = 0; series < drawn.length; series++) {
      for (int level = 0; level < levels.count(); level++) {
        drawn[series][level] = new double[shownBy[series].length];
        Arrays.fill(drawn[series][level], Double.NaN);
      }
    }
  }

  /** Steps {@code from} to {@code to} of a series, both included. */
  record Day(int series, int from, int to) {
    int steps() {
      return to + 1 - from;
    }
  }

  /**
   * @param forecast {@code [target][level][step]}
   */
  void add(int window, double[][][] forecast) {
    int series = windows.seriesOf(window);
    for (int step = 0; step < windows.config().horizon(); step++) {
      int at = windows.step(window, step);
      if (at < shownBy[series].length && shownBy[series][at] == window) {
        for (int level = 0; level < levels.count(); level++) {
          drawn[series][level][at] = forecast[0][level][step];
        }
      }
    }
  }

  /**
   * The worst first.
   *
   * @param note added to the titles
   */
  List<Chart> charts(String note) {
    List<Day> known = days.stream().filter(day -> Double.isFinite(error(day))).toList();
    List<Day> worst = new ArrayList<>(known);
    worst.sort(Comparator.comparingDouble(this::error).reversed());
    List<Chart> charts = new ArrayList<>();
    for (Day day : worst.subList(0, Math.min(SHOWN, worst.size()))) {
      String title = "Worst " + (charts.size() + 1) + ": " + name(day) + note;
      charts.add(chart(title, day));
    }
    return charts;
  }

  /** Mean absolute, of what is drawn; NaN if less than half of the day was forecast. */
  private double error(Day day) {
    double[] truth = windows.series().get(day.series).values(target);
    double sum = 0;
    int count = 0;
    for (int step = day.from; step <= day.to; step++) {
      double error = Math.abs(point(day.series, step) - truth[step]);
      if (Double.isFinite(error)) {
        sum += error;
        count++;
      }
    }
    return 2 * count >= day.steps() ? sum / count : Double.NaN;
  }

  private double point(int series, int step) {
    return levels.point(level -> drawn[series][level][step]);
  }

  private Chart chart(String title, Day day) {
    Series series = windows.series().get(day.series);
    int from = Math.max(0, day.from - day.steps()); // the day before is shown too
    double[][] forecast = new double[levels.count()][day.to + 1 - from];
    for (int level = 0; level < forecast.length; level++) {
      Arrays.fill(forecast[level], Double.NaN);
      System.arraycopy(
          drawn[day.series][level], day.from, forecast[level], day.from - from, day.steps());
    }
    double[] truth = Arrays.copyOfRange(series.values(target), from, day.to + 1);
    List<String> steps = new ArrayList<>();
    for (int step = from; step <= day.to; step++) {
      steps.add(series.axis().label(step));
    }
    List<Chart.Line> lines =
        List.of(
            new Chart.Line("truth", Rounded.list(truth), Chart.Stroke.PALE),
            new Chart.Line("forecast", Rounded.list(levels.point(forecast))));
    List<Chart.Mark> marks = List.of(new Chart.Mark("", day.from - from));
    return new Chart.Lines(title, steps, lines, bands(forecast), marks)
        .named(series.axis().stamped() ? "" : "step", target);
  }

  private List<Chart.Band> bands(double[][] forecast) {
    int last = forecast.length - 1;
    if (last < 1) {
      return List.of();
    }
    String name =
        "between the quantiles %s and %s"
            .formatted(levels.values().get(0), levels.values().get(last));
    return List.of(new Chart.Band(name, Rounded.list(forecast[0]), Rounded.list(forecast[last])));
  }

  private String name(Day day) {
    Series series = windows.series().get(day.series);
    String first = series.axis().label(day.from);
    String last = series.axis().label(day.to);
    String when =
        series.axis().stamped() ? first + " to " + last : "steps " + first + " to " + last;
    if (series.axis().stamped() && !series.axis().frequency().isDated()) {
      when = DAY.format(series.axis().at(day.from));
    }
    String whose = series.id().isEmpty() ? "" : series.id() + ", ";
    return String.format(Locale.ROOT, "%s%s, mae %.4g", whose, when, error(day));
  }
}
