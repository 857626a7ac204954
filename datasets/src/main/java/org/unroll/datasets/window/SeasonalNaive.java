package org.unroll.datasets.window;

/**
 * Says what was a season ago; with a season of one step the last known value again. Where that
 * value is missing or not known yet, the one a season earlier. Immutable.
 *
 * @param season in steps, at least 1
 */
public record SeasonalNaive(int season) implements Forecaster {

  @Override
  public double[][] forecast(Windows windows, int window) {
    double[][] forecast = new double[windows.targets()][windows.config().horizon()];
    int origin = windows.origin(window);
    for (int target = 0; target < forecast.length; target++) {
      double[] values = windows.features(window).targets(target);
      for (int step = 0; step < forecast[target].length; step++) {
        int at = windows.step(window, step) - season;
        while (at >= 0 && (at >= origin || Double.isNaN(values[at]))) {
          at -= season;
        }
        forecast[target][step] = at < 0 ? windows.lastKnown(window, target) : values[at];
      }
    }
    return forecast;
  }

  /** The last season of each step to forecast, from the first of them on. */
  @Override
  public int past(WindowShape shape) {
    return Math.max(shape.past(), season - shape.gap());
  }

  /**
   * The mean absolute difference between the training span's values and those a season before: the
   * scale of MASE (Hyndman and Koehler, IJF 22(4), 2006).
   *
   * @return NaN if it is 0 or not defined
   */
  public double error(double[] values, int to) {
    double change = change(values, to);
    return change == 0 ? Double.NaN : change;
  }

  /** The same; 0 where nothing ever changes from season to season. */
  double change(double[] values, int to) {
    double sum = 0;
    int count = 0;
    for (int step = season; step < to; step++) {
      double difference = Math.abs(values[step] - values[step - season]);
      if (!Double.isNaN(difference)) {
        sum += difference;
        count++;
      }
    }
    return sum / count;
  }
}
