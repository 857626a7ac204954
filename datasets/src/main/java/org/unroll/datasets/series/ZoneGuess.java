package org.unroll.datasets.series;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clock of local stamps, by the hours that come twice in autumn. Zones whose clocks are put
 * back at the same hour of the same days cannot be told apart, and need not be: the first of them
 * stands for all.
 *
 * @param zone its name
 * @param ends whether stamps are the ends of steps
 */
record ZoneGuess(String zone, boolean ends) {
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Europe/London",
          "Europe/Helsinki",
          "Australia/Sydney",
          "Pacific/Auckland",
          "America/Sao_Paulo",
          "America/Santiago",
          "Europe/Moscow",
          "Asia/Jerusalem",
          "Asia/Tehran");

  /**
   * @param stamps of one series
   * @return empty if none comes twice, or no clock explains most of those that do
   */
  static Optional<ZoneGuess> of(List<LocalDateTime> stamps) {
    List<LocalDateTime> twice = twice(stamps);
    Optional<ZoneGuess> best = Optional.empty();
    int fewest = (twice.size() + 1) / 2; // what UTC leaves unexplained is all of them
    for (String zone : twice.isEmpty() ? List.<String>of() : ZONES) {
      for (boolean ends : new boolean[] {false, true}) {
        int left = LocalTimes.contradictions(stamps, ZoneId.of(zone), ends);
        if (left < fewest) {
          fewest = left;
          best = Optional.of(new ZoneGuess(zone, ends));
        }
      }
    }
    return best;
  }

  /**
   * A zone that has the offset of each stamp.
   *
   * @return empty if all have the same, or no zone of these has them
   */
  static Optional<String> ofOffsets(List<TimeStamps.Stamp> stamps) {
    if (stamps.stream().map(TimeStamps.Stamp::offset).distinct().count() < 2) {
      return Optional.empty();
    }
    return ZONES.stream()
        .filter(
            zone ->
                stamps.stream()
                    .allMatch(
                        stamp ->
                            ZoneId.of(zone)
                                .getRules()
                                .getValidOffsets(stamp.local())
                                .contains(stamp.offset().orElseThrow())))
        .findFirst();
  }

  private static List<LocalDateTime> twice(List<LocalDateTime> stamps) {
    Set<LocalDateTime> seen = new HashSet<>();
    List<LocalDateTime> again = new ArrayList<>();
    for (LocalDateTime stamp : stamps) {
      if (!seen.add(stamp)) {
        again.add(stamp);
      }
    }
    return again;
  }
}
