package org.unroll.core.train;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.unroll.core.metric.Metric;
import org.unroll.core.report.Readable;
import org.unroll.core.train.TrainingState.Best;

/** A line now and then inside a long epoch, where no {@link ProgressBars bar} shows it. */
public final class StepLines implements TrainingMonitor {
  private static final Duration EVERY = Duration.ofSeconds(30);

  private static final Pattern LINE = Pattern.compile("epoch \\d+/\\d+  \\d+ % of .* left of it");

  private final PrintStream out;
  private final int epochs;
  private final long every;
  private final LongSupplier clock;
  private long told;
  private long began;
  private int first; // batches that were done then; 0 before the first step of an epoch

  /** Whether a line is one of these, for whoever keeps the output of a training. */
  public static boolean wrote(String line) {
    return LINE.matcher(line).matches();
  }

  /** Every half minute. */
  public StepLines(PrintStream out, int epochs) {
    this(out, epochs, EVERY, System::nanoTime);
  }

  /**
   * @param clock in nanoseconds
   */
  StepLines(PrintStream out, int epochs, Duration every, LongSupplier clock) {
    this.out = out;
    this.epochs = epochs;
    this.every = every.toNanos();
    this.clock = clock;
  }

  @Override
  public void onStep(TrainingState state, int batches) {
    long now = clock.getAsLong();
    if (first == 0) {
      first = state.batch();
      began = now;
      told = now;
    }
    if (now - told >= every && state.batch() < batches) { // the epoch's line is to come
      told = now;
      out.printf(
          Locale.ROOT,
          "epoch %d/%d  %.0f %% of %,d batches  loss %s  %s left of it%n",
          state.epoch() + 1,
          epochs,
          100.0 * state.batch() / batches,
          batches,
          Metric.LOSS.scale().text(state.loss().mean()),
          Readable.duration((now - began) / 1e9 / (state.batch() - first) * left(state, batches)));
    }
  }

  private static int left(TrainingState state, int batches) {
    return batches - state.batch();
  }

  @Override
  public void onEpoch(EpochReport report, Best best) {
    first = 0;
  }
}
