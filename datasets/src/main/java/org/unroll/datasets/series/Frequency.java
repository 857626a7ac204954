package org.unroll.datasets.series;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a step.
 *
 * @param seconds at least 1
 */
public record Frequency(long seconds) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(s|m|min|h|d)");
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  public static final Frequency HOURLY = new Frequency(HOUR);

  /** Reads {@code 15m}, {@code 1h}, {@code 1d}. */
  static Optional<Frequency> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
      return Optional.empty();
    }
    long unit =
        switch (form.group(2)) {
          case "s" -> 1;
          case "h" -> HOUR;
          case "d" -> DAY;
          default -> MINUTE;
        };
    return Optional.of(new Frequency(unit * Integer.parseInt(form.group(1))));
  }

  /** Steps in a day, at least 1. */
  public int stepsInDay() {
    return (int) Math.max(1, DAY / seconds);
  }

  /** Steps of days and longer are counted by the date, not by the clock. */
  boolean isDaily() {
    return seconds % DAY == 0;
  }

  @Override
  public String toString() {
    if (seconds % DAY == 0) {
      return seconds / DAY + "d";
    } else if (seconds % HOUR == 0) {
      return seconds / HOUR + "h";
    }
    return seconds % MINUTE == 0 ? seconds / MINUTE + "m" : seconds + "s";
  }
}
