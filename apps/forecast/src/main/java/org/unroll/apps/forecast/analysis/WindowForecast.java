package org.unroll.apps.forecast.analysis;

import org.unroll.datasets.window.Windows;

/** Forecasts windows, in the units of the data. */
public interface WindowForecast {
  /** Takes the forecast of one window, {@code [target][level][step]}. */
  interface Taker {
    void take(int window, double[][][] forecast);
  }

  /** Forecasts every window once, in any order. */
  void forecast(Windows windows, Taker taker);
}
