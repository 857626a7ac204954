package org.unroll.datasets.window;

/** A simple model whose forecast a net can read, scaled as the net has its labels. */
public interface ScaledForecaster extends Forecaster {
  /**
   * @return target after target, each with all steps of the horizon
   */
  double[] scaled(Windows windows, int window);
}
