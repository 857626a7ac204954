package org.unroll.core.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the difference between two models' scores may be off by chance.
 *
 * @param most half of its 95 % interval, or what a rule of thumb gives
 * @param basis how it was found, for readers
 */
public record Noise(double most, String basis) {
  /** Where nothing was measured: so much of a score is taken for chance. */
  static final double RULE_OF_THUMB = 0.02;

  /** Student's t for 95 %, by degrees of freedom from 1. */
  private static final double[] T = {12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23};

  /**
   * From differences that were measured side by side.
   *
   * @param each the difference for each of them
   * @param what they are, such as {@code seeds}
   * @return empty for fewer than two, of which nothing can be said
   */
  public static Optional<Noise> of(double[] each, String what) {
    if (each.length < 2) {
      return Optional.empty();
    }
    double mean = Arrays.stream(each).average().orElseThrow();
    double squares = 0;
    for (double difference : each) {
      squares += (difference - mean) * (difference - mean);
    }
    int freedom = each.length - 1;
    double error = Math.sqrt(squares / freedom / each.length);
    double times = freedom <= T.length ? T[freedom - 1] : 1.96 + 2.5 / freedom;
    return Optional.of(
        new Noise(
            times * error, String.format(Locale.ROOT, "95 %% over %,d %s", each.length, what)));
  }

  /** From the size of a score alone. */
  static Noise ofThumb(double score) {
    return new Noise(
        RULE_OF_THUMB * Math.abs(score),
        "2 % by rule of thumb, as one training measures none: try --seeds 1,2,3");
  }
}
