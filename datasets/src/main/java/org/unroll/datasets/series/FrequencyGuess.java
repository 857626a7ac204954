package org.unroll.datasets.series;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.unroll.core.UserError;

/** How far apart the steps of a table are. */
final class FrequencyGuess {
  /** So many like differences in a row are no accident but another frequency. */
  private static final int RUN = 8;

  private FrequencyGuess() {}

  /**
   * The most frequent difference between neighbouring stamps, over all series; months, quarters and
   * years by the calendar.
   *
   * @throws UserError if no two stamps differ
   */
  static Frequency of(RawTable table, ZoneId zone) {
    Map<Long, Integer> counts = new HashMap<>();
    table.series().forEach(series -> countSteps(stamps(series), counts));
    if (counts.isEmpty()) {
      throw new UserError(
          table.source() + ": one stamp only; a series of several rows was expected");
    }
    long best = mostFrequent(counts);
    return MonthSteps.of(table, zone, best).orElseGet(() -> Frequency.ofSeconds(best));
  }

  /** Adds how often neighbours of ascending stamps are so many seconds apart. */
  static void countSteps(long[] stamps, Map<Long, Integer> counts) {
    for (int i = 1; i < stamps.length; i++) {
      counts.merge(stamps[i] - stamps[i - 1], 1, Integer::sum);
    }
  }

  /** Whether any series has two stamps. */
  static boolean canTell(RawTable table) {
    return table.series().stream().anyMatch(series -> stamps(series).length > 1);
  }

  /** Whether two neighbouring stamps are so far apart. */
  static boolean occurs(Frequency frequency, RawTable table) {
    for (RawSeries series : table.series()) {
      long[] stamps = stamps(series);
      for (int i = 1; i < stamps.length; i++) {
        if (frequency.plus(stamps[i - 1], 1) == stamps[i]) {
          return true;
        }
      }
    }
    return false;
  }

  /** The shortest of several. */
  static <K extends Comparable<K>> K mostFrequent(Map<K, Integer> counts) {
    Map.Entry<K, Integer> best = null;
    for (Map.Entry<K, Integer> each : counts.entrySet()) {
      int more = best == null ? 1 : each.getValue() - best.getValue();
      if (more > 0 || more == 0 && each.getKey().compareTo(best.getKey()) < 0) {
        best = each;
      }
    }
    return best.getKey();
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
        run = difference == frequency.count() ? 0 : same ? run + 1 : 1;
        if (run == RUN) {
          RawSeries.Step first = row(series, stamps[i - RUN]);
          throw new UserError(
              ("%s: mixed frequencies: the steps are %s, but from here on %s. Bring the file to"
                      + " one frequency, or cut it into files of one each.")
                  .formatted(
                      first.origin(),
                      frequency.inWords(),
                      Frequency.ofSeconds(difference).inWords()));
        }
      }
    }
  }

  private static RawSeries.Step row(RawSeries series, long second) {
    return series.rows().stream().filter(row -> row.second() == second).findFirst().orElseThrow();
  }

  static long[] stamps(RawSeries series) {
    return series.rows().stream().mapToLong(RawSeries.Step::second).sorted().distinct().toArray();
  }
}
