package org.unroll.apps.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What one contender took.
 *
 * @param fitMs milliseconds of a training step
 * @param inferMs milliseconds of a forward pass without training
 */
public record Timing(double fitMs, double inferMs) {

  /** The median of each column. */
  static Timing median(List<Timing> rounds) {
    return new Timing(
        median(rounds.stream().mapToDouble(Timing::fitMs).toArray()),
        median(rounds.stream().mapToDouble(Timing::inferMs).toArray()));
  }

  /** The least of each column: training and answering need not go the same way. */
  static Timing best(Collection<Timing> ways) {
    return new Timing(
        ways.stream().mapToDouble(Timing::fitMs).min().orElseThrow(),
        ways.stream().mapToDouble(Timing::inferMs).min().orElseThrow());
  }

  /** The ratios of each column; below 1 where this is faster. */
  Timing by(Timing other) {
    return new Timing(fitMs / other.fitMs, inferMs / other.inferMs);
  }

  /**
   * The middle value, of an even number the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there is none
   */
  static double median(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The geometric mean, for ratios. */
  static double geometricMean(List<Double> ratios) {
    double sum = 0;
    for (double ratio : ratios) {
      sum += Math.log(ratio);
    }
    return Math.exp(sum / ratios.size());
  }
}
