package org.unroll.datasets.series;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The instants of one series' stamps, which a clock shows that is put forward and back. Where
 * stamps are the ends of steps, they may be what the clock shows then, or the hour that the step
 * began in plus one: in New York the step before the clock skips 2:00 to 3:00 ends at 3:00 by the
 * clock, and files that count hours from 1 to 24 call it 2:00. The stamps tell which is meant.
 */
final class LocalTimes {
  private static final long DAY = 86_400;

  private final ZoneRules rules;
  private final List<LocalDateTime> stamps;
  private final Duration shift; // from the start of a step to its stamp, counted without the clock

  private LocalTimes(ZoneRules rules, List<LocalDateTime> stamps, Duration shift) {
    this.rules = rules;
    this.stamps = stamps;
    this.shift = shift;
  }

  /**
   * @param stamps in the order of the file
   * @param ends whether stamps are the ends of steps
   * @return for each the second since 1970 (UTC); none if the clock skips it
   */
  static OptionalLong[] seconds(List<LocalDateTime> stamps, ZoneId zone, boolean ends) {
    if (stamps.stream().allMatch(stamp -> stamp.toLocalTime().equals(LocalTime.MIDNIGHT))) {
      return stamps.stream() // dates, which no clock skips
          .map(stamp -> OptionalLong.of(stamp.toLocalDate().atStartOfDay(zone).toEpochSecond()))
          .toArray(OptionalLong[]::new);
    }
    return of(stamps, zone, ends).seconds();
  }

  /**
   * How many stamps a clock cannot have shown, or not as often.
   *
   * @param stamps in the order of the file
   */
  static int contradictions(List<LocalDateTime> stamps, ZoneId zone, boolean ends) {
    return of(stamps, zone, ends).contradictions();
  }

  private static LocalTimes of(List<LocalDateTime> stamps, ZoneId zone, boolean ends) {
    LocalTimes plain = new LocalTimes(zone.getRules(), stamps, Duration.ZERO);
    if (!ends || zone.getRules().isFixedOffset()) {
      return plain;
    }
    LocalTimes counted = new LocalTimes(zone.getRules(), stamps, usualStep(stamps));
    return counted.contradictions() < plain.contradictions() ? counted : plain;
  }

  /** None if stamps are days and more apart. */
  private static Duration usualStep(List<LocalDateTime> stamps) {
    long[] sorted =
        stamps.stream()
            .mapToLong(s -> s.toEpochSecond(ZoneOffset.UTC))
            .sorted()
            .distinct()
            .toArray();
    Map<Long, Integer> differences = new HashMap<>();
    FrequencyGuess.countSteps(sorted, differences);
    long usual = differences.isEmpty() ? 0 : FrequencyGuess.mostFrequent(differences);
    return Duration.ofSeconds(usual < DAY ? usual : 0);
  }

  /** Stamps that the clock skips, and those that come twice though the clock shows them once. */
  private int contradictions() {
    Set<LocalDateTime> seen = new HashSet<>();
    int count = 0;
    for (LocalDateTime stamp : stamps) {
      int times = rules.getValidOffsets(stamp.minus(shift)).size();
      count += times == 0 || times == 1 && !seen.add(stamp) ? 1 : 0;
    }
    return count;
  }

  /**
   * A stamp that comes for the second time is the later one; the earlier in a file from late to
   * early.
   */
  private OptionalLong[] seconds() {
    OptionalLong[] seconds = new OptionalLong[stamps.size()];
    Set<LocalDateTime> seen = new HashSet<>();
    boolean backwards = isBackwards();
    for (int i = 0; i < seconds.length; i++) {
      int at = backwards ? seconds.length - 1 - i : i;
      LocalDateTime start = stamps.get(at).minus(shift);
      List<ZoneOffset> offsets = rules.getValidOffsets(start);
      if (offsets.isEmpty()) {
        seconds[at] = OptionalLong.empty();
        continue;
      }
      boolean again = offsets.size() > 1 && !seen.add(start);
      seconds[at] =
          OptionalLong.of(start.toEpochSecond(offsets.get(again ? 1 : 0)) + shift.toSeconds());
    }
    return seconds;
  }

  private boolean isBackwards() {
    int later = 0;
    for (int i = 1; i < stamps.size(); i++) {
      later += Integer.signum(stamps.get(i).compareTo(stamps.get(i - 1)));
    }
    return later < 0;
  }
}
