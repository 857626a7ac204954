package org.unroll.core.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link Range} as a value; infinite where nothing is said. */
record Limits(double min, double max, double above, double below) {
  static final Limits NONE =
      new Limits(
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY);

  static Limits of(Optional<Range> range) {
    return range.map(r -> new Limits(r.min(), r.max(), r.above(), r.below())).orElse(NONE);
  }

  boolean admit(double number) {
    return number >= min
        && number <= max
        && (number > above || Double.isInfinite(above))
        && (number < below || Double.isInfinite(below));
  }

  /** {@code " from 1 to 100000"}, or the empty text without limits. */
  @Override
  public String toString() {
    if (Double.isFinite(min) && Double.isFinite(max)) {
      return " from " + plain(min) + " to " + plain(max);
    }
    List<String> parts = new ArrayList<>();
    if (Double.isFinite(min)) {
      parts.add("at least " + plain(min));
    }
    if (Double.isFinite(above)) {
      parts.add("above " + plain(above));
    }
    if (Double.isFinite(max)) {
      parts.add("at most " + plain(max));
    }
    if (Double.isFinite(below)) {
      parts.add("below " + plain(below));
    }
    return parts.isEmpty() ? "" : " " + String.join(" and ", parts);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
