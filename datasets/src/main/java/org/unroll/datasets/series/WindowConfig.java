package org.unroll.datasets.series;

import org.unroll.core.config.Default;
import org.unroll.core.config.Doc;
import org.unroll.core.config.Range;

@Doc("What the net sees and what it forecasts, in steps of the series.")
public record WindowConfig(
    @Doc("Steps before the forecast that it sees.") @Range(min = 1, max = 100_000) int past,
    @Doc("Steps it forecasts.") @Range(min = 1, max = 10_000) int horizon,
    @Doc("Steps between the last it sees and the first it forecasts.")
        @Default("0")
        @Range(min = 0, max = 10_000)
        int gap,
    @Doc("Steps between two forecasts that are scored.") @Default("1") @Range(min = 1) int stride,
    @Doc("Steps between two windows to train on.") @Default("1") @Range(min = 1) int trainStride,
    @Doc(
            "How targets are scaled: train (mean and deviation of the training span), series (the same, each series its own), window (of the window's past) or last (less the window's last value).")
        @Default("train")
        Scaling scaling) {

  /** How targets are scaled. */
  public enum Scaling {
    TRAIN,
    SERIES,
    WINDOW,
    LAST
  }

  /** Steps from the first it sees to the last it forecasts. */
  public int length() {
    return past + gap + horizon;
  }
}
