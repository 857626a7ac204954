package org.unroll.apps.forecast.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.series.Series;

/**
 * Errors by series, the worst first: by mase, so that a series is not worse because it is larger.
 *
 * @param sums of absolute errors, and their count, of each series
 * @param seasonalErrors what mase divides by, NaN where there is none
 */
record SeriesTable(List<Series> series, double[][] sums, double[] seasonalErrors) {
  /** Of each end, where there are more than two times as many. */
  private static final int SHOWN = 10;

  private record Row(String name, double mae, double mase, long count) {}

  Table table() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      if (sums[i][1] > 0) {
        double mae = sums[i][0] / sums[i][1];
        rows.add(new Row(series.get(i).id(), mae, mae / seasonalErrors[i], (long) sums[i][1]));
      }
    }
    boolean scaled = rows.stream().allMatch(row -> Double.isFinite(row.mase()));
    rows.sort(Comparator.comparingDouble(scaled ? Row::mase : Row::mae).reversed());
    String title = "Error by series";
    if (rows.size() > 2 * SHOWN) {
      title += ", the %d worst and the %d best of %d".formatted(SHOWN, SHOWN, rows.size());
      rows.subList(SHOWN, rows.size() - SHOWN).clear();
    }
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(row.name(), number(row.mae()), number(row.mase()), Long.toString(row.count())));
    }
    return new Table(
        title, List.of("series", Metric.MAE.key(), Metric.MASE.key(), "values"), cells);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : Table.NONE;
  }
}
