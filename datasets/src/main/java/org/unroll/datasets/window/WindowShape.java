package org.unroll.datasets.window;

import java.util.List;

/**
 * What the net sees and what it forecasts, in steps of the series: a {@link WindowConfig} of which
 * nothing is left to choose.
 *
 * @param past steps before the forecast that it sees
 * @param horizon steps it forecasts
 * @param gap steps between the last it sees and the first it forecasts
 * @param stride steps between two forecasts that are scored
 * @param trainStride steps between two windows to train on
 * @param scaling of the targets; never {@code AUTO}
 * @param lags steps back at which each step to forecast sees the targets
 */
public record WindowShape(
    int past,
    int horizon,
    int gap,
    int stride,
    int trainStride,
    Scaling scaling,
    List<Integer> lags) {

  /** The same, seeing at most so many steps. */
  public WindowShape withPast(int most) {
    return new WindowShape(Math.min(most, past), horizon, gap, stride, trainStride, scaling, lags);
  }

  /** Steps from the first it sees to the last it forecasts. */
  public int length() {
    return past + gap + horizon;
  }
}
