package org.unroll.apps.forecast.analysis;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.window.Windows;

/** Mean absolute errors by step of the horizon, by hour of the day and by weekday. */
final class ErrorTables {
  private static final int LONGEST = 24;
  private static final int HOURS = 24;
  private static final int WEEK = 7;
  private static final String MAE = Metric.MAE.key();

  private final Windows windows;
  private final boolean stamped;
  private final double[][] byStep;
  private final double[][] byHour = new double[HOURS][2];
  private final double[][] byWeekday = new double[WEEK][2];

  ErrorTables(Windows windows) {
    this.windows = windows;
    this.stamped = windows.series().get(0).axis().stamped();
    this.byStep = new double[windows.config().horizon()][2];
  }

  void add(int window, double[] truth, double[] forecast) {
    for (int step = 0; step < truth.length; step++) {
      double error = Math.abs(forecast[step] - truth[step]);
      if (Double.isNaN(error)) {
        continue;
      }
      add(byStep[step], error);
      if (stamped) {
        ZonedDateTime time = windows.time(window, step);
        add(byHour[time.getHour()], error);
        add(byWeekday[time.getDayOfWeek().getValue() - 1], error);
      }
    }
  }

  private static void add(double[] cell, double error) {
    cell[0] += error;
    cell[1]++;
  }

  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.add(byStep());
    if (stamped) {
      List<List<String>> hours = new ArrayList<>();
      for (int hour = 0; hour < HOURS; hour++) {
        addRow(hours, String.format(Locale.ROOT, "%02d:00", hour), byHour[hour]);
      }
      tables.add(new Table("Error by hour", List.of("hour", MAE), hours));
      List<List<String>> days = new ArrayList<>();
      for (int day = 0; day < WEEK; day++) {
        String name = DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        addRow(days, name, byWeekday[day]);
      }
      tables.add(new Table("Error by weekday", List.of("weekday", MAE), days));
    }
    return tables;
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
      charts.add(new Chart.Bars(table.title(), table.header().get(1), bars));
    }
    return charts;
  }

  private static void addRow(List<List<String>> rows, String name, double[] cell) {
    if (cell[1] > 0) {
      rows.add(List.of(name, String.format(Locale.ROOT, "%.4g", cell[0] / cell[1])));
    }
  }
}
