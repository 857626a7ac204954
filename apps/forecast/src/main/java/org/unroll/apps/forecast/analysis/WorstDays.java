package org.unroll.apps.forecast.analysis;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Levels;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.window.Windows;

/**
 * The days on which the first target was forecast worst, each with the freshest forecast of it. Of
 * steps of a day and longer, stretches of seven. Not thread-safe.
 */
final class WorstDays {
  private static final int SHOWN = 5;
  private static final int WEEK = 7;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private final Windows windows;
  private final SeriesConfig config;
  private final Levels levels;
  private final double[][] errors; // [series][step], summed over windows
  private final int[][] counts;

  WorstDays(Windows windows, SeriesConfig config, Levels levels) {
    this.windows = windows;
    this.config = config;
    this.levels = levels;
    List<Series> series = windows.series();
    this.errors = new double[series.size()][];
    this.counts = new int[series.size()][];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = new double[series.get(i).length()];
      counts[i] = new int[series.get(i).length()];
    }
  }

  /** Steps {@code from} to {@code to} of a series, both included. */
  private record Day(int series, int from, int to, double error) {}

  /**
   * @param forecast {@code [target][level][step]}
   */
  void add(int window, double[][][] forecast) {
    double[] truth = windows.truth(window, 0);
    double[] point = levels.point(forecast[0]);
    int series = windows.seriesOf(window);
    for (int step = 0; step < truth.length; step++) {
      double error = Math.abs(point[step] - truth[step]);
      if (Double.isFinite(error)) {
        errors[series][windows.step(window, step)] += error;
        counts[series][windows.step(window, step)]++;
      }
    }
  }

  /**
   * The worst first; the windows of these days are forecast once more.
   *
   * @param note added to the titles
   */
  List<Chart> charts(WindowForecast model, String note) {
    List<Day> days = new ArrayList<>();
    for (int series = 0; series < errors.length; series++) {
      addDays(series, days);
    }
    days.sort(Comparator.comparingDouble(Day::error).reversed());
    List<Chart> charts = new ArrayList<>();
    for (Day day : days.subList(0, Math.min(SHOWN, days.size()))) {
      String title = "Worst " + (charts.size() + 1) + ": " + name(day) + note;
      charts.add(chart(title, day, model));
    }
    return charts;
  }

  /** Days of which at least half of the steps were forecast. */
  private void addDays(int series, List<Day> days) {
    int from = 0;
    int length = errors[series].length;
    for (int step = 1; step <= length; step++) {
      if (step == length || day(series, step) != day(series, from)) {
        double sum = 0;
        int count = 0;
        int forecast = 0;
        for (int s = from; s < step; s++) {
          sum += errors[series][s];
          count += counts[series][s];
          forecast += counts[series][s] > 0 ? 1 : 0;
        }
        if (2 * forecast >= steps(series)) {
          days.add(new Day(series, from, step - 1, sum / count));
        }
        from = step;
      }
    }
  }

  private int steps(int series) {
    int inDay = windows.series().get(series).axis().frequency().stepsInDay();
    return inDay > 1 ? inDay : WEEK;
  }

  /** A number that changes with the day; an hour-ending stamp belongs to the hour before. */
  private long day(int series, int step) {
    Series each = windows.series().get(series);
    if (each.axis().stamped() && each.axis().frequency().stepsInDay() > 1) {
      int start = config.stamps() == SeriesConfig.Stamps.END ? step - 1 : step;
      return each.axis().at(start).toLocalDate().toEpochDay();
    }
    return step / steps(series);
  }

  private Chart chart(String title, Day day, WindowForecast model) {
    Series series = windows.series().get(day.series);
    int from = Math.max(0, day.from - steps(day.series)); // the day before is shown too
    int length = day.to + 1 - from;
    double[][] forecast = new double[levels.count()][length];
    for (double[] level : forecast) {
      Arrays.fill(level, Double.NaN);
    }
    fill(forecast, from, day, model);
    double[] values = series.values(config.targetNames().get(0));
    List<String> steps = new ArrayList<>();
    for (int step = from; step <= day.to; step++) {
      steps.add(series.axis().label(step));
    }
    List<Chart.Line> lines =
        List.of(
            new Chart.Line("truth", Rounded.list(Arrays.copyOfRange(values, from, day.to + 1))),
            new Chart.Line("forecast", Rounded.list(levels.point(forecast))));
    List<Chart.Mark> marks = List.of(new Chart.Mark("", day.from - from));
    return new Chart.Lines(title, steps, lines, bands(forecast), marks);
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
    String when =
        series.axis().stamped()
            ? DAY.format(series.axis().at(day.from))
            : "steps " + day.from + " to " + day.to;
    String whose = series.id().isEmpty() ? "" : series.id() + ", ";
    return String.format(Locale.ROOT, "%s%s, mae %.4g", whose, when, day.error);
  }

  /** Each step gets the forecast of the window that began last and still covers it whole. */
  private void fill(double[][] filled, int from, Day day, WindowForecast model) {
    Map<Integer, int[]> stretches = new LinkedHashMap<>(); // window to the steps it is shown for
    int step = day.from;
    while (step <= day.to) {
      int window = freshest(day.series, step);
      if (window < 0) {
        step++;
        continue;
      }
      int end = Math.min(day.to + 1, windows.step(window, windows.config().horizon()));
      stretches.put(window, new int[] {step, end});
      step = end;
    }
    int[] chosen = stretches.keySet().stream().mapToInt(Integer::intValue).toArray();
    Windows shown = windows.only(chosen);
    model.forecast(
        shown,
        (window, forecast) -> {
          int[] stretch = stretches.get(chosen[window]);
          for (int s = stretch[0]; s < stretch[1]; s++) {
            for (int level = 0; level < filled.length; level++) {
              filled[level][s - from] = forecast[0][level][s - shown.step(window, 0)];
            }
          }
        });
  }

  /** -1 if no window covers the step. */
  private int freshest(int series, int step) {
    int freshest = -1;
    for (int window = 0; window < windows.size(); window++) {
      int first = windows.step(window, 0);
      boolean covers = first <= step && step < first + windows.config().horizon();
      if (windows.seriesOf(window) == series
          && covers
          && (freshest < 0 || first > windows.step(freshest, 0))) {
        freshest = window;
      }
    }
    return freshest;
  }
}
