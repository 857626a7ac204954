package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether quantiles hold: of the truths, a share as large as its level should lie at or below each.
 * Not thread-safe.
 */
final class LevelCoverage {
  private final Levels levels;
  private final long[] below;
  private long count;

  LevelCoverage(Levels levels) {
    this.levels = levels;
    this.below = new long[levels.values().size()];
  }

  /**
   * @param forecast {@code [level][step]}
   */
  void add(double truth, double[][] forecast, int step) {
    count++;
    for (int level = 0; level < below.length; level++) {
      below[level] += truth <= forecast[level][step] ? 1 : 0;
    }
  }

  boolean isEmpty() {
    return count == 0 || below.length == 0;
  }

  private double share(int level) {
    return (double) below[level] / count;
  }

  /** By how much shares and levels differ, the mean over the levels. */
  double meanError() {
    double sum = 0;
    for (int level = 0; level < below.length; level++) {
      sum += Math.abs(share(level) - levels.values().get(level));
    }
    return sum / below.length;
  }

  private String title() {
    return String.format(Locale.ROOT, "Reliability: quantiles off by %.3f on average", meanError());
  }

  /** The share at or below each quantile against its level. */
  Chart chart() {
    List<Chart.Spot> spots = new ArrayList<>();
    for (int level = 0; level < below.length; level++) {
      double value = levels.values().get(level);
      spots.add(new Chart.Spot("quantile " + value, value, share(level), count));
    }
    return new Chart.Agreement(
        title(), "level of the quantile", "share of truths at or below", "", "as promised", spots);
  }

  /** The same as numbers. */
  Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (int level = 0; level < below.length; level++) {
      String share = String.format(Locale.ROOT, "%.3f", share(level));
      rows.add(List.of(Double.toString(levels.values().get(level)), share));
    }
    return new Table(title(), List.of("level", "share at or below"), rows);
  }
}
