package org.unroll.datasets.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.yaml.Problems;

/**
 * Reads time stamps of one series, in the order of its rows. Known without a pattern: {@code
 * 2024-03-31T02:00:00+01:00} and the like, without offset, seconds, minutes or time of day, with a
 * space for the T; hour 24 is midnight after. In the hour that a clock repeats, a stamp that comes
 * for the second time is the later one. Not thread-safe.
 */
final class TimeStamps {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[T ]+(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.\\d*)?)?)?)?"
              + " ?(Z|[+-]\\d{2}:?\\d{2})?");

  private final Optional<StampFormat> format;
  private final ZoneId zone;
  private final Set<LocalDateTime> repeated = new HashSet<>();

  TimeStamps(Optional<String> format, ZoneId zone) {
    this.format = format.map(StampFormat::new);
    this.zone = zone;
  }

  static void check(String pattern, String path, Problems problems) {
    StampFormat.check(pattern, path, problems);
  }

  /**
   * @return the second since 1970 (UTC)
   * @throws DateTimeException if this is no stamp, or one that the clock skips
   */
  long second(String text) {
    String stamp = text.strip();
    if (format.isPresent()) {
      StampFormat.Stamp read = format.get().read(stamp);
      return read.offset().isPresent()
          ? read.local().toEpochSecond(read.offset().get())
          : second(read.local());
    }
    Matcher iso = ISO.matcher(stamp);
    if (!iso.matches()) {
      throw new DateTimeException(
          "'%s' is no time stamp such as 2024-03-31 02:00; set series.format%s"
              .formatted(stamp, StampFormat.suggested(stamp).map(", such as "::concat).orElse("")));
    }
    LocalDateTime local = local(iso);
    if (iso.group(7) != null) {
      return local.toEpochSecond(ZoneOffset.of(iso.group(7)));
    }
    return second(local);
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

  private long second(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new DateTimeException(local + " does not exist in " + zone + ": the clock skips it");
    }
    boolean again = offsets.size() > 1 && !repeated.add(local);
    return local.toEpochSecond(offsets.get(again ? 1 : 0));
  }
}
