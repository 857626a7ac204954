package org.unroll.datasets.ridge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.unroll.core.data.Progress;
import org.unroll.datasets.window.ScaledForecaster;
import org.unroll.datasets.window.Windows;

/**
 * Forecasts of training windows by ridge regressions that were fitted without them: on those that
 * they were fitted on they err less than on any other, and a net that is to correct them would
 * learn to correct too little (stacking: Wolpert, Neural Networks 5(2), 1992). Time is cut into
 * blocks, each forecast from the others. Immutable and thread-safe.
 */
public final class HeldOut implements ScaledForecaster {
  private static final int FOLDS = 3;
  private static final int BLOCKS = 12;

  private final List<LocalRidge> folds;
  private final int block;

  private HeldOut(List<LocalRidge> folds, int block) {
    this.folds = List.copyOf(folds);
    this.block = block;
  }

  /** With the kinds and penalties of regressions that were fitted on all windows. */
  public static ScaledForecaster of(LocalRidge chosen, Windows train, Progress progress) {
    int last = 0;
    for (int window = 0; window < train.size(); window++) {
      last = Math.max(last, train.origin(window));
    }
    int block = Math.max(train.config().length(), last / BLOCKS + 1);
    if (last / block < FOLDS) {
      return chosen;
    }
    List<LocalRidge> folds = new ArrayList<>();
    for (int i = 0; i < FOLDS; i++) {
      int fold = i;
      Windows others = only(train, window -> fold(train, window, block) != fold);
      folds.add(LocalRidgeFit.again(chosen, others, progress));
    }
    return new HeldOut(folds, block);
  }

  private static Windows only(Windows windows, IntPredicate kept) {
    return windows.only(IntStream.range(0, windows.size()).filter(kept).toArray());
  }

  private static int fold(Windows windows, int window, int block) {
    return windows.origin(window) / block % FOLDS;
  }

  @Override
  public double[] scaled(Windows windows, int window) {
    return folds.get(fold(windows, window, block)).scaled(windows, window);
  }

  @Override
  public double[][] forecast(Windows windows, int window) {
    return Ridge.restored(windows, window, scaled(windows, window));
  }
}
