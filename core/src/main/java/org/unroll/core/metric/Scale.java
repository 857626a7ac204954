package org.unroll.core.metric;

import java.util.List;
import java.util.Locale;

/** Between what values a metric lies, and with it how many decimals a reader is shown. */
public enum Scale {
  /** Four decimals. */
  UNIT("; 0–1, "),
  /** Two decimals. */
  HUNDRED("; 0–100, "),
  /** None. */
  COUNT("; "),
  /** Of any size, as those of {@link #OPEN}. */
  DATA(", in the units of the data; "),
  /** Four decimals below 10, two below 1000, else none. */
  OPEN("; ");

  final String inWords;

  Scale(String inWords) {
    this.inWords = inWords;
  }

  /** Of the metric with that key; open for a name that is none. */
  public static Scale of(String key) {
    return Metric.of(key).map(Metric::scale).orElse(OPEN);
  }

  /** {@code 0.8512}, {@code 37.25}, {@code 1,234}. */
  public String text(double value) {
    return text(value, decimals(List.of(value)));
  }

  /** With so many {@link #decimals}. */
  public static String text(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** What the numbers of a column share, so that they align: as many as the smallest needs. */
  public int decimals(List<Double> column) {
    return switch (this) {
      case UNIT -> 4;
      case HUNDRED -> 2;
      case COUNT -> 0;
      case DATA, OPEN -> {
        double smallest =
            column.stream().mapToDouble(Math::abs).filter(Double::isFinite).min().orElse(0);
        yield smallest < 10 ? 4 : smallest < 1000 ? 2 : 0;
      }
    };
  }
}
