package org.unroll.apps.forecast;

import java.util.List;
import org.unroll.datasets.series.Scale;
import org.unroll.datasets.series.Windows;

/**
 * How a head's numbers become forecasts.
 *
 * @param quantiles ascending; empty for a head that gives one number
 */
record NetHead(List<Double> quantiles) {
  private static final double MEDIAN = 0.5;

  /** Numbers for each target and step. */
  int levels() {
    return Math.max(1, quantiles.size());
  }

  /** Which of them is the forecast where one number is wanted: the level nearest to the median. */
  int point() {
    int nearest = 0;
    for (int i = 1; i < quantiles.size(); i++) {
      if (Math.abs(quantiles.get(i) - MEDIAN) < Math.abs(quantiles.get(nearest) - MEDIAN)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /**
   * In the units of the data.
   *
   * @param scaled {@code [target·level][step]}, the levels of a target side by side
   * @return {@code [target][level][step]}
   */
  double[][][] restored(Windows windows, int window, float[][] scaled) {
    int horizon = windows.config().horizon();
    double[][][] forecast = new double[windows.targets()][levels()][horizon];
    for (int target = 0; target < forecast.length; target++) {
      Scale scale = windows.scale(window, target);
      for (int level = 0; level < levels(); level++) {
        for (int step = 0; step < horizon; step++) {
          forecast[target][level][step] = scale.restored(scaled[target * levels() + level][step]);
        }
      }
    }
    return forecast;
  }
}
