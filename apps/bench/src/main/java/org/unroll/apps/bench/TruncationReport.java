package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.metric.Table;

/**
 * What truncation costs and saves.
 *
 * @param results of all contenders
 */
record TruncationReport(TruncationCase of, Map<TruncationContender, TruncationResult> results) {
  private static final double MEGABYTE = 1e6;
  private static final String NONE = "–";

  /** A row for each contender. */
  Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (TruncationContender contender : TruncationContender.values()) {
      rows.add(row(contender));
    }
    return new Table(
        String.format(
            Locale.ROOT,
            "an LSTM of %,d units, %,d sequences of %,d frames in a batch, %,d epochs",
            of.size(),
            of.batch(),
            of.frames(),
            of.epochs()),
        List.of(
            "trained on",
            "accuracy",
            "peak MB",
            "MB above one step",
            "of whole",
            "s a sequence and epoch"),
        rows);
  }

  private List<String> row(TruncationContender contender) {
    TruncationResult result = results.get(contender);
    boolean base = contender == TruncationContender.ONE_STEP;
    double sequences = (double) of.batch() * of.epochs();
    return List.of(
        contender.told(of),
        String.format(Locale.ROOT, "%.4f", result.accuracy()),
        String.format(Locale.ROOT, "%,.0f", result.peak() / MEGABYTE),
        base ? NONE : String.format(Locale.ROOT, "%,.0f", above(contender) / MEGABYTE),
        base ? NONE : String.format(Locale.ROOT, "%.3f", ofWhole(contender)),
        // single frames are another amount of work
        base ? NONE : String.format(Locale.ROOT, "%.4f", result.seconds() / sequences));
  }

  /** Bytes more than the run of one step took. */
  private double above(TruncationContender contender) {
    long base = results.get(TruncationContender.ONE_STEP).peak();
    return results.get(contender).peak() - (double) base;
  }

  private double ofWhole(TruncationContender contender) {
    return above(contender) / above(TruncationContender.WHOLE);
  }

  /** One line. */
  String verdict() {
    double truncated = results.get(TruncationContender.TRUNCATED).accuracy();
    double whole = results.get(TruncationContender.WHOLE).accuracy();
    return String.format(
        Locale.ROOT,
        "truncated beside whole: accuracy %+.4f, native memory above one step %.3f times as much",
        truncated - whole,
        ofWhole(TruncationContender.TRUNCATED));
  }
}
