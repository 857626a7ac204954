package org.unroll.datasets.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.yaml.Problems;

/**
 * Reads time stamps. Known without a pattern: {@code 2024-03-31T02:00:00+01:00} and the like,
 * without offset, seconds, minutes or time of day, with a space for the T; hour 24 is midnight
 * after; also {@code 2024-03}, {@code 2024-Q1} and {@code 2024}. Immutable.
 */
final class TimeStamps {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[T ]+(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.\\d*)?)?)?)?"
              + " ?(Z|[+-]\\d{2}:?\\d{2})?");

  private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-(\\d{2})|-?[Qq]([1-4]))?");

  private final Optional<StampFormat> format;

  /** What a clock showed, and its offset from UTC if that is said. */
  record Stamp(LocalDateTime local, Optional<ZoneOffset> offset) {
    private static Stamp of(LocalDateTime local) {
      return new Stamp(local, Optional.empty());
    }
  }

  TimeStamps(Optional<String> format) {
    this.format = format.map(StampFormat::new);
  }

  static void check(String pattern, String path, Problems problems) {
    StampFormat.check(pattern, path, problems);
  }

  /**
   * @throws DateTimeException if this is no stamp
   */
  Stamp read(String text) {
    String stamp = text.strip();
    if (format.isPresent()) {
      return format.get().read(stamp);
    }
    Matcher period = PERIOD.matcher(stamp);
    if (period.matches()) {
      int month = period.group(3) == null ? number(period, 2) : 3 * number(period, 3) - 2;
      return Stamp.of(LocalDate.of(number(period, 1), Math.max(1, month), 1).atStartOfDay());
    }
    Matcher iso = ISO.matcher(stamp);
    if (!iso.matches()) {
      throw new DateTimeException(
          "'%s' is no time stamp such as 2024-03-31 02:00; set series.format%s"
              .formatted(stamp, StampFormat.suggested(stamp).map(", such as "::concat).orElse("")));
    }
    return new Stamp(local(iso), Optional.ofNullable(iso.group(7)).map(ZoneOffset::of));
  }

  private static LocalDateTime local(Matcher iso) {
    LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
    int hour = number(iso, 4);
    if (hour == 24 && number(iso, 5) == 0 && number(iso, 6) == 0) {
      return day.plusDays(1).atStartOfDay();
    }
    return day.atTime(hour, number(iso, 5), number(iso, 6));
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }
}
