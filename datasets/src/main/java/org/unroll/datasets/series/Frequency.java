package org.unroll.datasets.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;

/**
 * The length of a step. Steps of days and longer are dates: days of 23 and 25 hours count as
 * others, and a month is no number of days.
 *
 * @param count units in a step, at least 1
 */
public record Frequency(Unit unit, int count) {
  /** What steps are counted in. */
  public enum Unit {
    SECOND,
    DAY,
    /** On the same day of each month, as far as the month has it. */
    MONTH,
    /** On the last day of each month. */
    MONTH_END
  }

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6})(s|m|min|h|d|w|mo|q|y)(-end)?", Pattern.CASE_INSENSITIVE);
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;
  private static final int WEEK = 7;
  private static final int QUARTER = 3;
  private static final int YEAR = 12;

  public static final Frequency HOURLY = new Frequency(Unit.SECOND, HOUR);

  /** So many seconds; days if it is whole days. */
  static Frequency ofSeconds(long seconds) {
    return seconds % DAY == 0
        ? new Frequency(Unit.DAY, (int) (seconds / DAY))
        : new Frequency(Unit.SECOND, (int) seconds);
  }

  /** Reads {@code 15m}, {@code 1h}, {@code 1d}, {@code 1w}, {@code 1mo}, {@code 1q}, {@code 1y}. */
  public static Optional<Frequency> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
      return Optional.empty();
    }
    int count = Integer.parseInt(form.group(1));
    Unit month = form.group(3) == null ? Unit.MONTH : Unit.MONTH_END;
    return Optional.ofNullable(
        switch (form.group(2).toLowerCase(Locale.ROOT)) {
          case "mo" -> new Frequency(month, count);
          case "q" -> new Frequency(month, QUARTER * count);
          case "y" -> new Frequency(month, YEAR * count);
          default -> form.group(3) == null ? ofSeconds(seconds(form.group(2), count)) : null;
        });
  }

  private static long seconds(String unit, long count) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "s" -> count;
      case "h" -> HOUR * count;
      case "d" -> DAY * count;
      case "w" -> WEEK * DAY * count;
      default -> MINUTE * count;
    };
  }

  /** Steps in a day, at least 1. */
  public int stepsInDay() {
    return isDated() ? 1 : Math.max(1, DAY / count);
  }

  /** Whether steps are dates, without a time of day. */
  public boolean isDated() {
    return unit != Unit.SECOND;
  }

  /** Whether steps are counted in months: months, quarters, years. */
  public boolean isMonthly() {
    return unit == Unit.MONTH || unit == Unit.MONTH_END;
  }

  /** Whether both have steps of one length, on whatever day of a month they are. */
  public boolean isAsLongAs(Frequency other) {
    return count == other.count && (unit == other.unit || isMonthly() && other.isMonthly());
  }

  /**
   * @param source what has steps of another length, perhaps
   * @throws UserError if it has
   */
  public void require(Frequency found, String source) {
    if (!isAsLongAs(found)) {
      throw new UserError(
          "the net was trained on steps of %s, %s has %s; bring it to steps of %s"
              .formatted(inWords(), source, found.inWords(), inWords()));
    }
  }

  /** The length in steps of the cycles that people and nature live in, the shortest first. */
  public Map<String, Integer> seasons() {
    return Seasons.of(this);
  }

  /**
   * Where a stamp lies among the steps: at midnight (UTC) of its date if steps are dates, of the
   * first or last day of its month if they are months.
   */
  long placed(long second, ZoneId zone) {
    if (!isDated()) {
      return second;
    }
    LocalDate date = Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
    return switch (unit) {
      case MONTH -> second(date.withDayOfMonth(1));
      case MONTH_END -> second(date.withDayOfMonth(date.lengthOfMonth()));
      default -> second(date);
    };
  }

  /** The second so many steps after a placed one, or one on another day of its month. */
  long plus(long second, int steps) {
    return switch (unit) {
      case SECOND -> second + (long) count * steps;
      case DAY -> second + (long) DAY * count * steps;
      case MONTH -> second(date(second).plusMonths((long) count * steps));
      case MONTH_END ->
          placed(second(date(second).plusMonths((long) count * steps)), ZoneOffset.UTC);
    };
  }

  /** Whole steps from one placed second to another; a month counts from its first day. */
  long between(long from, long to) {
    return switch (unit) {
      case SECOND -> Math.floorDiv(to - from, (long) count);
      case DAY -> Math.floorDiv(to - from, (long) DAY * count);
      default -> Math.floorDiv(month(to) - month(from), (long) count);
    };
  }

  /** Seconds, or months, that a placed second is off the steps counted from 1970 on. */
  long phase(long second) {
    return switch (unit) {
      case SECOND -> Math.floorMod(second, (long) count);
      case DAY -> Math.floorMod(second, (long) DAY * count);
      default -> Math.floorMod(month(second), (long) count);
    };
  }

  static LocalDate date(long second) {
    return LocalDate.ofEpochDay(Math.floorDiv(second, (long) DAY));
  }

  private static long second(LocalDate date) {
    return date.toEpochDay() * DAY;
  }

  private static long month(long second) {
    return ChronoUnit.MONTHS.between(LocalDate.EPOCH, date(second).withDayOfMonth(1));
  }

  /** Such as {@code 30 minutes}, {@code 1 quarter}. */
  public String inWords() {
    Named named = named();
    return named.count + " " + named.word + (named.count == 1 ? "" : "s");
  }

  private record Named(int size, String word, String key, int count) {}

  private Named named() {
    List<Named> known =
        switch (unit) {
          case SECOND ->
              List.of(unit(HOUR, "hour", "h"), unit(MINUTE, "minute", "m"), unit(1, "second", "s"));
          case DAY -> List.of(unit(WEEK, "week", "w"), unit(1, "day", "d"));
          default ->
              List.of(
                  unit(YEAR, "year", "y"), unit(QUARTER, "quarter", "q"), unit(1, "month", "mo"));
        };
    return known.stream().filter(each -> count % each.size == 0).findFirst().orElseThrow();
  }

  private Named unit(int size, String word, String key) {
    return new Named(size, word, key, count / size);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    Named named = named();
    return named.count + named.key + (unit == Unit.MONTH_END ? "-end" : "");
  }
}
