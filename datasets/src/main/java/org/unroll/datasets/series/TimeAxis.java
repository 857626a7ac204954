package org.unroll.datasets.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When the steps of a regular series are.
 *
 * @param start second since 1970 (UTC) of step 0; midnight of its date if steps are dates
 * @param frequency from step to step
 * @param zone in which hours and days are counted; UTC if steps are dates
 * @param stamps how the data say when a step is
 */
public record TimeAxis(long start, Frequency frequency, ZoneId zone, Stamps stamps) {
  private static final DateTimeFormatter DATE = form("yyyy-MM-dd");
  private static final DateTimeFormatter MINUTES = form("yyyy-MM-dd'T'HH:mm");
  private static final DateTimeFormatter SECONDS = form("yyyy-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter OFFSET = form("XXX");

  /** How data say when a step is. */
  public enum Stamps {
    /** Not at all: steps are only counted. */
    NONE,
    /** By the clock of a place. */
    LOCAL,
    /** With the offset from UTC. */
    OFFSET
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** By the clock of a place, if steps are no dates. */
  public static TimeAxis of(long start, Frequency frequency, ZoneId place, Stamps stamps) {
    return new TimeAxis(start, frequency, frequency.isDated() ? ZoneOffset.UTC : place, stamps);
  }

  /** Whether steps have stamps. */
  public boolean stamped() {
    return stamps != Stamps.NONE;
  }

  /** The stamp of a step, which may lie before or after the series. */
  public ZonedDateTime at(int step) {
    return Instant.ofEpochSecond(second(step)).atZone(zone);
  }

  /**
   * The time whose hour and day a step is of.
   *
   * @param ends whether stamps are the ends of steps; the last day of a month is of that month
   */
  public ZonedDateTime during(int step, boolean ends) {
    return at(ends && frequency.unit() != Frequency.Unit.MONTH_END ? step - 1 : step);
  }

  public long second(int step) {
    return frequency.plus(start, step);
  }

  /** The step of a second, which may lie before or after the series; steps between are cut. */
  int step(long second) {
    return (int) frequency.between(start, second);
  }

  /** The stamp as text in the zone, or the number of the step where there are no stamps. */
  public String label(int step) {
    if (!stamped()) {
      return Integer.toString(step);
    } else if (frequency.isDated()) {
      return DATE.format(at(step));
    }
    return (frequency.count() % 60 == 0 ? MINUTES : SECONDS).format(at(step));
  }

  /**
   * The same, with the offset from UTC where the data have one or the clock changes: of the two
   * hours of one name in autumn each has its own.
   */
  public String stamp(int step) {
    boolean offset =
        stamped()
            && !frequency.isDated()
            && (stamps == Stamps.OFFSET || !zone.getRules().isFixedOffset());
    return offset ? label(step) + OFFSET.format(at(step)) : label(step);
  }

  /** The same steps, from one of them on. */
  TimeAxis from(int step) {
    return new TimeAxis(second(step), frequency, zone, stamps);
  }
}
