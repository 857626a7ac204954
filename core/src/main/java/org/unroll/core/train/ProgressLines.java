package org.unroll.core.train;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.metric.Scale;
import org.unroll.core.train.TrainingState.Best;

/** One line an epoch, for logs and pipes and after each bar on a terminal. */
public final class ProgressLines implements TrainingMonitor {
  private final PrintStream out;
  private final int epochs;

  public ProgressLines(PrintStream out, int epochs) {
    this.out = out;
    this.epochs = epochs;
  }

  @Override
  public void onEpoch(EpochReport report, Best best) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "epoch %d/%d", report.epoch(), epochs));
    append(line, report.train());
    append(line, report.validation());
    line.append(
        String.format(
            Locale.ROOT, "  %.0f s  %.0f ex/s", report.seconds(), report.examplesPerSecond()));
    if (best.epoch() == report.epoch()) {
      line.append("  best so far");
    }
    out.println(line);
  }

  private static void append(StringBuilder line, Map<String, Double> scores) {
    scores.forEach(
        (key, value) ->
            line.append("  ").append(key).append(' ').append(Scale.of(key).text(value)));
  }
}
