package org.unroll.apps.forecast;

import org.unroll.core.metric.Levels;
import org.unroll.datasets.window.Scale;
import org.unroll.datasets.window.Windows;

/**
 * How a head's numbers become forecasts.
 *
 * @param levels of its quantiles, which stand side by side
 */
record NetHead(Levels levels) {

  /**
   * In the units of the data.
   *
   * @param scaled {@code [target·level][step]}, the levels of a target side by side
   * @return {@code [target][level][step]}
   */
  double[][][] restored(Windows windows, int window, float[][] scaled) {
    int horizon = windows.config().horizon();
    int count = levels.count();
    double[][][] forecast = new double[windows.targets()][count][horizon];
    for (int target = 0; target < forecast.length; target++) {
      Scale scale = windows.scale(window, target);
      for (int level = 0; level < count; level++) {
        for (int step = 0; step < horizon; step++) {
          forecast[target][level][step] = scale.restored(scaled[target * count + level][step]);
        }
      }
    }
    return forecast;
  }
}
