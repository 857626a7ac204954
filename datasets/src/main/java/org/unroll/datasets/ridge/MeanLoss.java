package org.unroll.datasets.ridge;

import org.unroll.datasets.window.Forecaster;
import org.unroll.datasets.window.Windows;

/** What an error costs; its mean is what simple models are chosen by. */
interface MeanLoss {
  /**
   * @param error of one step, in the units of the data
   */
  double of(int window, int target, double error);

  /** The mean over all steps of all windows whose truth is known. */
  static double of(Forecaster model, Windows windows, MeanLoss loss) {
    double[] sum = new double[1];
    long[] count = new long[1];
    model.forecastAll(
        windows,
        (window, forecast) -> {
          for (int target = 0; target < forecast.length; target++) {
            double[] truth = windows.truth(window, target);
            for (int step = 0; step < truth.length; step++) {
              if (!Double.isNaN(truth[step])) {
                sum[0] += loss.of(window, target, forecast[target][step] - truth[step]);
                count[0]++;
              }
            }
          }
        });
    return sum[0] / count[0];
  }
}
