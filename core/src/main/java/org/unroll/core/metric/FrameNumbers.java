package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Scores real numbers predicted for frames, such as steering angles: {@code mae, rmse, mse, r2} as
 * {@link ForecastErrors} has them, over the frames of all videos together. Missing truths (NaN) are
 * left out. Of several columns each score is the mean of the columns' own, which a table shows; a
 * column whose truths are all the same has no {@code r2} and is left out of that mean.
 */
public final class FrameNumbers {
  private static final List<Metric> METRICS =
      List.of(Metric.MAE, Metric.RMSE, Metric.MSE, Metric.R2);

  private FrameNumbers() {}

  /**
   * Scores predictions.
   *
   * @param truth {@code [video][frame][column]}, NaN where there is none
   * @param predicted of the same shape
   * @param columns names, at least one
   * @throws IllegalArgumentException if shapes disagree, a column has no truth, or a prediction of
   *     one is not finite
   */
  public static Evaluation evaluate(
      double[][][] truth, double[][][] predicted, List<String> columns) {
    List<Map<String, Double>> each = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      each.add(ColumnPairs.of(truth, predicted, column).errors());
    }
    Map<String, Double> means = new LinkedHashMap<>();
    for (Metric metric : METRICS) {
      OptionalDouble mean =
          each.stream()
              .filter(errors -> errors.containsKey(metric.key()))
              .mapToDouble(errors -> errors.get(metric.key()))
              .average();
      mean.ifPresent(value -> means.put(metric.key(), value));
    }
    return new Evaluation(means, columns.size() == 1 ? List.of() : List.of(table(columns, each)));
  }

  /**
   * Scores predictions of one column, and the bands in which they lie: {@code accuracy}, {@code
   * macro-f1} and the tables of a classification.
   *
   * @param truth {@code [video][frame][1]}, NaN where there is none
   * @param predicted of the same shape
   * @throws IllegalArgumentException as for all columns
   */
  public static Evaluation evaluate(double[][][] truth, double[][][] predicted, Bands bands) {
    Map<String, Double> metrics =
        new LinkedHashMap<>(evaluate(truth, predicted, List.of("value")).metrics());
    ConfusionMatrix matrix = ColumnPairs.of(truth, predicted, 0).matrix(bands);
    metrics.putAll(matrix.metrics());
    return new Evaluation(metrics, List.of(matrix.toTable(), matrix.perClassTable("frames")));
  }

  private static Table table(List<String> columns, List<Map<String, Double>> each) {
    Table table =
        new Table("By column", List.of("column"), columns.stream().map(List::of).toList());
    for (Metric metric : METRICS) {
      List<Double> values =
          each.stream().map(errors -> errors.getOrDefault(metric.key(), Double.NaN)).toList();
      int decimals = metric.scale().decimals(values);
      List<String> cells = new ArrayList<>();
      for (double value : values) {
        cells.add(Double.isNaN(value) ? Table.NONE : Scale.text(value, decimals));
      }
      table = table.withColumn(metric.key(), cells);
    }
    return table;
  }
}
