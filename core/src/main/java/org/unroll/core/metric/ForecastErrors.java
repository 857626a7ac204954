package org.unroll.core.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Errors of forecasts, summed up window by window. Missing truths (NaN) are left out. Not
 * thread-safe.
 *
 * <ul>
 *   <li>{@code mae, rmse, mse} in the units given; {@code nd} = sum of |error| / sum of |truth|.
 *   <li>{@code mape} in per cent, without the truths that are 0 (see {@link #zeros()}).
 *   <li>{@code smape} (per cent) and {@code mase} as in the M4 competition (Makridakis et al., IJF
 *       36(1), 2020): mean of 200·|error| / (|truth| + |forecast|), and of |error| over the series'
 *       own seasonal naive error on its training span; first the mean of each series, then of all.
 *   <li>{@code r2} about the mean of the truths.
 *   <li>{@code peak-mae} of the highest value of each whole day of a forecast.
 *   <li>{@code pinball}, the quantile loss, mean over levels; {@code coverage-80}, the share of
 *       truths between the levels 0.1 and 0.9, left out where either is missing.
 * </ul>
 */
public final class ForecastErrors {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  private final Levels levels;
  private final int low; // index of that level, -1 if there is none
  private final int high;
  private final double[] seasonalErrors;
  private final int day;
  private final double[] smapes; // sum by series
  private final double[] absolutes;
  private final long[] counts;
  private double absolute;
  private double squared;
  private double truths;
  private double absoluteTruths;
  private double squaredTruths;
  private double percentages;
  private long zeros;
  private final LevelCoverage coverage;
  private double pinball;
  private long covered;
  private double peaks;
  private long days;

  /**
   * @param levels of the quantiles forecast; point errors are of their point
   * @param seasonalErrors of each series, in the units of the data; NaN where not defined
   * @param day steps in a day; 0 if there are no days
   */
  public ForecastErrors(Levels levels, double[] seasonalErrors, int day) {
    this.levels = levels;
    this.coverage = new LevelCoverage(levels);
    this.low = levels.values().indexOf(LOW);
    this.high = levels.values().indexOf(HIGH);
    this.seasonalErrors = seasonalErrors.clone();
    this.day = day;
    this.smapes = new double[seasonalErrors.length];
    this.absolutes = new double[seasonalErrors.length];
    this.counts = new long[seasonalErrors.length];
  }

  /**
   * Adds one window.
   *
   * @param series its number
   * @param truth one value a step
   * @param forecast {@code [level][step]}, one row for a point forecast
   */
  public void add(int series, double[] truth, double[][] forecast) {
    double[] point = levels.point(forecast);
    for (int step = 0; step < truth.length; step++) {
      if (!Double.isNaN(truth[step])) {
        addPoint(series, truth[step], point[step]);
        if (!levels.values().isEmpty()) {
          addQuantiles(truth[step], forecast, step);
          coverage.add(truth[step], forecast, step);
        }
      }
    }
    for (int from = 0; day > 0 && from + day <= truth.length; from += day) {
      addPeak(
          Arrays.copyOfRange(truth, from, from + day), Arrays.copyOfRange(point, from, from + day));
    }
  }

  private void addPoint(int series, double truth, double forecast) {
    double error = Math.abs(forecast - truth);
    absolute += error;
    squared += error * error;
    truths += truth;
    absoluteTruths += Math.abs(truth);
    squaredTruths += truth * truth;
    if (truth == 0) {
      zeros++;
    } else {
      percentages += 100 * (error / Math.abs(truth));
    }
    double size = Math.abs(truth) + Math.abs(forecast);
    smapes[series] += size == 0 ? 0 : 200 * (error / size); // never more than 200
    absolutes[series] += error;
    counts[series]++;
  }

  private void addQuantiles(double truth, double[][] forecast, int step) {
    double sum = 0;
    for (int i = 0; i < levels.count(); i++) {
      double level = levels.values().get(i);
      double error = truth - forecast[i][step];
      sum += Math.max(level * error, (level - 1) * error);
    }
    pinball += sum / levels.count();
    if (hasBand() && truth >= forecast[low][step] && truth <= forecast[high][step]) {
      covered++;
    }
  }

  private boolean hasBand() {
    return low >= 0 && high >= 0;
  }

  private void addPeak(double[] truth, double[] forecast) {
    double highest = Arrays.stream(truth).max().orElseThrow();
    if (!Double.isNaN(highest)) { // max is NaN if one is
      peaks += Math.abs(Arrays.stream(forecast).max().orElseThrow() - highest);
      days++;
    }
  }

  /** Truths that are 0, which have no percentage error. */
  public long zeros() {
    return zeros;
  }

  /** Truths counted. */
  public long count() {
    return Arrays.stream(counts).sum();
  }

  /** Whether the quantiles hold, drawn; none without quantiles. */
  public List<Chart> charts() {
    return coverage.isEmpty() ? List.of() : List.of(coverage.chart());
  }

  /** The same as numbers. */
  public List<Table> details() {
    return coverage.isEmpty() ? List.of() : List.of(coverage.table());
  }

  /** Name to value; what is not defined is left out. */
  public Map<String, Double> metrics() {
    long count = count();
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (count == 0) {
      return metrics;
    }
    metrics.put(Metric.MAE.key(), absolute / count);
    metrics.put(Metric.RMSE.key(), Math.sqrt(squared / count));
    metrics.put(Metric.MSE.key(), squared / count);
    if (count > zeros) {
      metrics.put(Metric.MAPE.key(), percentages / (count - zeros));
    }
    addBySeries(metrics);
    if (absoluteTruths > 0) {
      metrics.put(Metric.ND.key(), absolute / absoluteTruths);
    }
    double variation = squaredTruths - truths * truths / count;
    if (variation > 1e-12 * squaredTruths) {
      metrics.put(Metric.R2.key(), 1 - squared / variation);
    }
    if (days > 0) {
      metrics.put(Metric.PEAK_MAE.key(), peaks / days);
    }
    if (!levels.values().isEmpty()) {
      metrics.put(Metric.PINBALL.key(), pinball / count);
    }
    if (hasBand()) {
      metrics.put(Metric.COVERAGE_80.key(), (double) covered / count);
    }
    return metrics;
  }

  private void addBySeries(Map<String, Double> metrics) {
    double smape = 0;
    int series = 0;
    double mase = 0;
    int scaled = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        smape += smapes[i] / counts[i];
        series++;
        if (!Double.isNaN(seasonalErrors[i])) {
          mase += absolutes[i] / counts[i] / seasonalErrors[i];
          scaled++;
        }
      }
    }
    metrics.put(Metric.SMAPE.key(), smape / series);
    if (scaled > 0) {
      metrics.put(Metric.MASE.key(), mase / scaled);
    }
  }
}
