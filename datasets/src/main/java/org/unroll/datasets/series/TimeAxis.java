package org.unroll.datasets.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When the steps of a regular series are.
 *
 * @param start second since 1970 (UTC) of step 0
 * @param frequency from step to step
 * @param zone in which hours and days are counted
 * @param stamped false if the data has no stamps and steps are only counted
 */
public record TimeAxis(long start, Frequency frequency, ZoneId zone, boolean stamped) {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

  /** The stamp of a step, which may lie before or after the series. */
  public ZonedDateTime at(int step) {
    return Instant.ofEpochSecond(second(step)).atZone(zone);
  }

  public long second(int step) {
    return start + step * frequency.seconds();
  }

  /** The step of a second, which may lie before or after the series; steps between are cut. */
  int step(long second) {
    return (int) Math.floorDiv(second - start, frequency.seconds());
  }

  /** The stamp as text in the zone, or the number of the step where there are no stamps. */
  public String label(int step) {
    return stamped ? FORM.format(at(step)) : Integer.toString(step);
  }
}
