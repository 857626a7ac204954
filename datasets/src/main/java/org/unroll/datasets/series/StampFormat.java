package org.unroll.datasets.series;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.yaml.Problems;

/**
 * Time stamps of a pattern, such as {@code M/d/yyyy h:mm a} or {@code dd.MM.yyyy HH:mm XXX}. What
 * the pattern has no letter for is the first: the first month, day, hour. Immutable.
 */
final class StampFormat {
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern TWO_DIGIT_YEAR = Pattern.compile("(?<!y)yy(?!y)|(?<!u)uu(?!u)");

  /** Years of two digits are of 1940 to 2039: those of data lie before today, mostly. */
  private static final int FIRST_YEAR = 1940;

  private static final Pattern TWO_DIGITS = Pattern.compile("([dMHhkK])\\1(?!\\1)");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})"
              + "( +\\d{1,2}(:\\d{2}(:\\d{2})?)?( ?[AaPp][Mm])?)?");

  private final String pattern;
  private final DateTimeFormatter formatter;

  /**
   * @throws IllegalArgumentException if there is no such pattern
   */
  StampFormat(String pattern) {
    this.pattern = pattern;
    this.formatter = formatter(pattern);
  }

  private static DateTimeFormatter formatter(String pattern) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    Matcher year = TWO_DIGIT_YEAR.matcher(pattern);
    if (year.find() && !QUOTED.matcher(pattern).find()) {
      append(builder, pattern.substring(0, year.start()));
      builder.appendValueReduced(ChronoField.YEAR_OF_ERA, 2, 2, FIRST_YEAR);
      append(builder, pattern.substring(year.end()));
    } else {
      builder.appendPattern(pattern);
    }
    if (!uses(pattern, "MLQq")) {
      builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
    }
    if (!uses(pattern, "dDeEc")) {
      builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    }
    if (!uses(pattern, "HhKkAnN")) {
      builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
    }
    return builder.toFormatter(Locale.ENGLISH);
  }

  private static void append(DateTimeFormatterBuilder builder, String pattern) {
    if (!pattern.isEmpty()) {
      builder.appendPattern(pattern);
    }
  }

  private static boolean uses(String pattern, String letters) {
    return QUOTED.matcher(pattern).replaceAll("").matches(".*[" + letters + "].*");
  }

  static void check(String pattern, String path, Problems problems) {
    try {
      formatter(pattern);
    } catch (IllegalArgumentException e) {
      problems.add(path, "no pattern of Java's DateTimeFormatter: " + e.getMessage());
      return;
    }
    if (uses(pattern, "hK") && !uses(pattern, "a")) {
      problems.add(path, "h counts to 12 and needs an a (AM or PM) beside it; H counts to 24");
    }
    if (uses(pattern, "Y") || uses(pattern, "D")) {
      problems.add(path, "write yyyy for the year and dd for the day of the month");
    }
  }

  /**
   * @throws DateTimeException if the text is no such stamp
   */
  TimeStamps.Stamp read(String text) {
    try {
      TemporalAccessor stamp = formatter.parse(text);
      LocalDateTime local = LocalDateTime.from(stamp);
      return new TimeStamps.Stamp(
          local,
          Optional.ofNullable(stamp.query(TemporalQueries.zone()))
              .map(zone -> zone.getRules().getOffset(local)));
    } catch (DateTimeParseException e) {
      throw new DateTimeException(
          "'%s' does not fit series.format '%s'%s".formatted(text, pattern, advice(text)), e);
    }
  }

  private String advice(String text) {
    String shorter = TWO_DIGITS.matcher(pattern).replaceAll("$1");
    try {
      formatter(shorter).parse(text);
      return "; for numbers of one digit write " + shorter;
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return suggested(text)
          .filter(other -> !other.equals(pattern))
          .map("; perhaps "::concat)
          .orElse("");
    }
  }

  /** The pattern of a stamp such as {@code 3/31/2024 5:00 PM}, or the two that it may have. */
  static Optional<String> suggested(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return Optional.empty();
    }
    boolean dayFirst = Integer.parseInt(date.group(1)) > 12;
    boolean monthFirst = Integer.parseInt(date.group(3)) > 12;
    String mark = date.group(2);
    String year = date.group(4).length() == 4 ? "yyyy" : "yy";
    String time = date.group(5) == null ? "" : time(date);
    String day = "d" + mark + "M" + mark + year + time;
    String month = "M" + mark + "d" + mark + year + time;
    return Optional.of(dayFirst ? day : monthFirst ? month : day + " or " + month);
  }

  private static String time(Matcher date) {
    String half = date.group(8) == null ? "" : date.group(8).startsWith(" ") ? " a" : "a";
    String minutes = date.group(6) == null ? "" : date.group(7) == null ? ":mm" : ":mm:ss";
    return (half.isEmpty() ? " H" : " h") + minutes + half;
  }
}
