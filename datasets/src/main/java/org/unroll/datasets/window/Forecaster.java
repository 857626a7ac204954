package org.unroll.datasets.window;

import java.util.stream.IntStream;

/** A simple model that forecasts windows. Thread-safe. */
public interface Forecaster {
  /** Windows whose forecasts are held at once. */
  int BLOCK = 1024;

  /**
   * @return {@code [target][step]} of the horizon, in the units of the data
   */
  double[][] forecast(Windows windows, int window);

  /** Steps before a window's forecast that it looks back. */
  default int past(WindowShape shape) {
    return shape.past();
  }

  /** Forecasts all windows on all processors; the calling thread takes them in order. */
  default void forecastAll(Windows windows, Taker taker) {
    for (int from = 0; from < windows.size(); from += BLOCK) {
      double[][][] block =
          IntStream.range(from, Math.min(from + BLOCK, windows.size()))
              .parallel()
              .mapToObj(window -> forecast(windows, window))
              .toArray(double[][][]::new);
      for (int i = 0; i < block.length; i++) {
        taker.take(from + i, block[i]);
      }
    }
  }

  /** Takes the forecast of a window. */
  interface Taker {
    void take(int window, double[][] forecast);
  }
}
