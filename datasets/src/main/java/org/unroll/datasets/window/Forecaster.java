package org.unroll.datasets.window;

/** A simple model that forecasts windows. */
public interface Forecaster {
  /**
   * @return {@code [target][step]} of the horizon, in the units of the data
   */
  double[][] forecast(Windows windows, int window);
}
