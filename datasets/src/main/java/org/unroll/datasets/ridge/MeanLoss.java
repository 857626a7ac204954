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
    double sum = 0;
    long count = 0;
    for (int window = 0; window < windows.size(); window++) {
      double[][] forecast = model.forecast(windows, window);
      for (int target = 0; target < forecast.length; target++) {
        double[] truth = windows.truth(window, target);
        for (int step = 0; step < truth.length; step++) {
          if (!Double.isNaN(truth[step])) {
            sum += loss.of(window, target, forecast[target][step] - truth[step]);
            count++;
          }
        }
      }
    }
    return sum / count;
  }
}
