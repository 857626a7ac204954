package org.unroll.core.train;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.unroll.core.metric.Metric;
import org.unroll.core.train.TrainingState.Best;

/** A bar for each epoch, on a terminal; cleared when the epoch's line is printed. */
public final class ProgressBars implements TrainingMonitor, AutoCloseable {
  private final PrintStream out;
  private ProgressBar bar;

  public ProgressBars(PrintStream out) {
    this.out = out;
  }

  @Override
  public void onStep(TrainingState state, int batches) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("epoch " + (state.epoch() + 1))
              .setInitialMax(batches)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(out))
              .clearDisplayOnFinish()
              .build();
    }
    bar.stepTo(state.batch());
    bar.setExtraMessage(
        String.format(
            Locale.ROOT,
            " loss %s  %.0f ex/s",
            Metric.LOSS.scale().text(state.loss().mean()),
            state.spent().examplesPerSecond()));
  }

  @Override
  public void onEpoch(EpochReport report, Best best) {
    close();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
