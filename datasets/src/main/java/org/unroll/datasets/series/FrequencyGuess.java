package org.unroll.datasets.series;

import java.util.HashMap;
import java.util.Map;
import org.unroll.core.UserError;

/** How far apart the steps of a table are. */
final class FrequencyGuess {
  /** So many like differences in a row are no accident but another frequency. */
  private static final int RUN = 8;

  private FrequencyGuess() {}

  /**
   * The most frequent difference between neighbouring stamps, over all series.
   *
   * @throws UserError if no two stamps differ
   */
  static Frequency of(RawTable table) {
    Map<Long, Integer> counts = new HashMap<>();
    for (RawSeries series : table.series()) {
      long[] stamps = stamps(series);
      for (int i = 1; i < stamps.length; i++) {
        counts.merge(stamps[i] - stamps[i - 1], 1, Integer::sum);
      }
    }
    long best = 0;
    for (Map.Entry<Long, Integer> each : counts.entrySet()) {
      int most = counts.getOrDefault(best, 0);
      boolean shorter = each.getValue() == most && each.getKey() < best;
      if (each.getValue() > most || shorter) {
        best = each.getKey();
      }
    }
    if (best == 0) {
      throw new UserError(
          table.source() + ": one stamp only; a series of several rows was expected");
    }
    return new Frequency(best);
  }

  /**
   * @throws UserError if a stretch of a series has another frequency
   */
  static void refuseMixed(RawTable table, Frequency frequency) {
    for (RawSeries series : table.series()) {
      long[] stamps = stamps(series);
      int run = 0;
      for (int i = 1; i < stamps.length; i++) {
        long difference = stamps[i] - stamps[i - 1];
        boolean same = i > 1 && difference == stamps[i - 1] - stamps[i - 2];
        run = difference == frequency.seconds() ? 0 : same ? run + 1 : 1;
        if (run == RUN) {
          RawSeries.Step first = row(series, stamps[i - RUN]);
          throw new UserError(
              ("%s: mixed frequencies: the steps are %s, but from here on %s. Bring the file to"
                      + " one frequency, or cut it into files of one each.")
                  .formatted(first.origin(), frequency, new Frequency(difference)));
        }
      }
    }
  }

  private static RawSeries.Step row(RawSeries series, long second) {
    return series.rows().stream().filter(row -> row.second() == second).findFirst().orElseThrow();
  }

  private static long[] stamps(RawSeries series) {
    return series.rows().stream().mapToLong(RawSeries.Step::second).sorted().distinct().toArray();
  }
}
