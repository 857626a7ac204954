package org.unroll.apps.forecast.analysis;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.series.CalendarFeature;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.TimeAxis;
import org.unroll.datasets.window.Windows;

/**
 * Mean absolute errors by step of the horizon, by the hour, weekday or month of a step if steps
 * have one, and by series.
 */
final class ErrorTables {
  private static final int LONGEST = 24;
  private static final int HOURS = 24;
  private static final int WEEK = 7;
  private static final int YEAR = 12;
  private static final String MAE = Metric.MAE.key();

  private final Windows windows;
  private final boolean hourEnding;
  private final double[][] byStep;
  private final double[][] bySeries;
  private final double[][] byHour = new double[HOURS][2];
  private final double[][] byWeekday = new double[WEEK][2];
  private final double[][] byMonth = new double[YEAR][2];

  ErrorTables(Windows windows, boolean hourEnding) {
    this.windows = windows;
    this.hourEnding = hourEnding;
    this.byStep = new double[windows.config().horizon()][2];
    this.bySeries = new double[windows.series().size()][2];
  }

  private TimeAxis axis(int window) {
    return windows.series().get(windows.seriesOf(window)).axis();
  }

  void add(int window, double[] truth, double[] forecast) {
    TimeAxis axis = axis(window);
    for (int step = 0; step < truth.length; step++) {
      double error = Math.abs(forecast[step] - truth[step]);
      if (Double.isNaN(error)) {
        continue;
      }
      add(byStep[step], error);
      add(bySeries[windows.seriesOf(window)], error);
      if (axis.stamped()) {
        int at = windows.step(window, step);
        ZonedDateTime time = axis.during(at, hourEnding);
        add(byHour[axis.at(at).getHour()], error);
        add(byWeekday[time.getDayOfWeek().getValue() - 1], error);
        add(byMonth[time.getMonthValue() - 1], error);
      }
    }
  }

  private static void add(double[] cell, double error) {
    cell[0] += error;
    cell[1]++;
  }

  /**
   * @param seasonalErrors of each series, for the scale of its error; NaN where there is none
   */
  List<Table> tables(double[] seasonalErrors) {
    List<Table> tables = new ArrayList<>();
    tables.add(byStep());
    Frequency frequency = windows.frequency();
    boolean stamped = axis(0).stamped();
    if (stamped && CalendarFeature.HOUR.tells(frequency)) {
      tables.add(named("hour", byHour, hour -> String.format(Locale.ROOT, "%02d:00", hour)));
    }
    if (stamped && CalendarFeature.WEEKDAY.tells(frequency)) {
      tables.add(
          named(
              "weekday",
              byWeekday,
              day -> DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }
    if (stamped && frequency.isDated() && CalendarFeature.SEASON.tells(frequency)) {
      tables.add(
          named(
              "month",
              byMonth,
              month -> Month.of(month + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }
    if (bySeries.length > 1) {
      tables.add(new SeriesTable(windows.series(), bySeries, seasonalErrors).table());
    }
    return tables;
  }

  private static Table named(String what, double[][] cells, IntFunction<String> name) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      addRow(rows, name.apply(i), cells[i]);
    }
    return new Table("Error by " + what, List.of(what, MAE), rows);
  }

  /** A long horizon is told in at most {@link #LONGEST} stretches. */
  private Table byStep() {
    int stretch = (byStep.length + LONGEST - 1) / LONGEST;
    List<List<String>> rows = new ArrayList<>();
    for (int from = 0; from < byStep.length; from += stretch) {
      int to = Math.min(byStep.length, from + stretch);
      double[] sum = new double[2];
      for (int step = from; step < to; step++) {
        sum[0] += byStep[step][0];
        sum[1] += byStep[step][1];
      }
      addRow(rows, stretch == 1 ? "" + (from + 1) : (from + 1) + " to " + to, sum);
    }
    return new Table("Error by step of the horizon", List.of("step", MAE), rows);
  }

  /** Whether a table is one of errors. */
  static boolean isDrawn(Table table) {
    return table.header().get(1).equals(MAE);
  }

  /** The same as bars, under the titles of the tables. */
  static List<Chart> charts(List<Table> tables) {
    List<Chart> charts = new ArrayList<>();
    for (Table table : tables) {
      List<Chart.Bar> bars = new ArrayList<>();
      for (List<String> row : table.rows()) {
        bars.add(new Chart.Bar(row.get(0), Double.parseDouble(row.get(1))));
      }
      charts.add(new Chart.Bars(table.title(), table.header().get(0), table.header().get(1), bars));
    }
    return charts;
  }

  private static void addRow(List<List<String>> rows, String name, double[] cell) {
    if (cell[1] > 0) {
      rows.add(List.of(name, String.format(Locale.ROOT, "%.4g", cell[0] / cell[1])));
    }
  }
}
