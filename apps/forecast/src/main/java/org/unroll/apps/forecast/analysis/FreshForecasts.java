package org.unroll.apps.forecast.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.apps.forecast.analysis.WorstDays.Day;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.window.Windows;

/** The days of series, and which forecasts of them were made last. */
record FreshForecasts(Windows windows, boolean hourEnding) {
  /** Steps of a longer season are not looked at together. */
  private static final int LONGEST = 12;

  private static final int USUAL = 7;

  /** Of all series, in order; of steps of a day and longer, stretches of a season. */
  List<Day> days() {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < windows.series().size(); i++) {
      Series series = windows.series().get(i);
      int from = 0;
      for (int step = 1; step <= series.length(); step++) {
        if (step == series.length() || day(series, step) != day(series, from)) {
          days.add(new Day(i, from, step - 1));
          from = step;
        }
      }
    }
    return days;
  }

  /** A number that changes with the day; an hour-ending stamp belongs to the hour before. */
  private long day(Series series, int step) {
    boolean hours = series.axis().stamped() && !series.axis().frequency().isDated();
    return hours
        ? series.axis().during(step, hourEnding).toLocalDate().toEpochDay()
        : step / stretch(series.axis().frequency());
  }

  private static int stretch(Frequency frequency) {
    int shortest = frequency.seasons().values().stream().findFirst().orElse(USUAL);
    return frequency.isDated() && shortest > LONGEST ? USUAL : shortest;
  }

  /**
   * Each step of a day gets the forecast of the window that began last before it and covers it, and
   * so do the steps after it that the same window covers.
   *
   * @return {@code [series][step]}, -1 if no window covers a step
   */
  int[][] windowOfStep(List<Day> days) {
    List<TreeMap<Integer, Integer>> byFirst = byFirstStep();
    int[][] windowOf = new int[byFirst.size()][];
    for (int series = 0; series < windowOf.length; series++) {
      windowOf[series] = new int[windows.series().get(series).length()];
      Arrays.fill(windowOf[series], -1);
    }
    for (Day day : days) {
      int step = day.from();
      while (step <= day.to()) {
        Map.Entry<Integer, Integer> latest = byFirst.get(day.series()).floorEntry(step);
        int end = latest == null ? 0 : latest.getKey() + windows.config().horizon();
        if (end <= step) {
          step++;
          continue;
        }
        end = Math.min(end, day.to() + 1);
        Arrays.fill(windowOf[day.series()], step, end, latest.getValue());
        step = end;
      }
    }
    return windowOf;
  }

  /** The windows of each series by the first step they forecast. */
  private List<TreeMap<Integer, Integer>> byFirstStep() {
    List<TreeMap<Integer, Integer>> byFirst = new ArrayList<>();
    windows.series().forEach(series -> byFirst.add(new TreeMap<>()));
    for (int window = 0; window < windows.size(); window++) {
      byFirst.get(windows.seriesOf(window)).put(windows.step(window, 0), window);
    }
    return byFirst;
  }
}
