package org.unroll.datasets.window;

import java.util.List;
import java.util.OptionalInt;
import org.unroll.core.yaml.Auto;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("What the net sees and what it forecasts, in steps of the series.")
public record WindowConfig(
    @Doc("Steps before the forecast that it sees; auto tries seasons of the data on validation.")
        @Auto
        @Range(min = 1, max = 100_000)
        OptionalInt past,
    @Doc("Steps it forecasts.") @Range(min = 1, max = 10_000) int horizon,
    @Doc("Steps between the last it sees and the first it forecasts.")
        @Default("0")
        @Range(min = 0, max = 10_000)
        int gap,
    @Doc("Steps between two forecasts that are scored.") @Default("1") @Range(min = 1) int stride,
    @Doc("Steps between two windows to train on.") @Default("1") @Range(min = 1) int trainStride,
    @Doc(
            "How targets are scaled: train (mean and deviation of the training span), series (the same, each series its own), window (of the window's past) last (less the window's last value) or auto (the best of these for a ridge regression).")
        @Default("train")
        Scaling scaling,
    @Doc(
            "Steps back at which each step to forecast sees the targets, such as [24, 48, 168] for the same hour of other days.")
        @Default("[]")
        @Range(min = 1)
        List<Integer> lags)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    for (int i = 0; i < lags.size(); i++) {
      int lag = lags.get(i);
      if (lag < gap + horizon || past.isPresent() && lag > past.getAsInt() + gap) {
        problems.add(
            path + ".lags[" + i + "]",
            "a lag must be known for all of the horizon and lie in the past: from gap + horizon, %d, to past + gap%s"
                .formatted(gap + horizon, past.isPresent() ? ", " + (past.getAsInt() + gap) : ""));
      }
    }
  }

  /** With what was left to choose; a longer past if a lag reaches further back. */
  public WindowShape shape(int chosen, Scaling chosenScaling) {
    int reach = lags.stream().mapToInt(lag -> lag - gap).max().orElse(0);
    return new WindowShape(
        past.orElse(Math.max(chosen, reach)),
        horizon,
        gap,
        stride,
        trainStride,
        scaling == Scaling.AUTO ? chosenScaling : scaling,
        lags);
  }
}
