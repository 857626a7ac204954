package org.unroll.core.report;

import java.util.Locale;

/** Times and counts for readers. */
public final class Readable {
  private Readable() {}

  /** {@code 9.5 s}, {@code 1 min 21 s}, {@code 2 h 05 min}. */
  public static String duration(double seconds) {
    if (seconds < 59.95) { // what would be printed as 60.0 s is a minute
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /** {@code 1,234}. */
  public static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
