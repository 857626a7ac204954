package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a classifier is as often right as it says. Its answers are put into {@value #BINS} bins
 * by the probability of the class that it named; of those given with 0.8, eight of ten should be
 * right.
 *
 * <p>The expected calibration error is the mean distance between the probability and the share
 * right, each bin weighing as many as it holds: 0 is best (Naeini et al., AAAI 2015; Guo et al.,
 * ICML 2017, equation 3).
 */
public final class Reliability {
  private static final int BINS = 10;

  private final String counted;
  private final long[] counts = new long[BINS];
  private final double[] probabilities = new double[BINS]; // sums
  private final long[] right = new long[BINS];

  /**
   * @param counted what is answered, such as {@code examples}
   */
  private Reliability(String counted) {
    this.counted = counted;
  }

  /**
   * Of the most probable class of each row; of equals, the first.
   *
   * @param truth class numbers from 0
   * @param probabilities {@code [example][class]}
   * @param counted what the examples are called
   */
  static Reliability of(int[] truth, double[][] probabilities, String counted) {
    Reliability reliability = new Reliability(counted);
    int[] said = Classification.mostProbable(probabilities);
    for (int i = 0; i < truth.length; i++) {
      reliability.add(probabilities[i][said[i]], said[i] == truth[i]);
    }
    return reliability;
  }

  private void add(double probability, boolean isRight) {
    int bin = Math.min(BINS - 1, (int) (probability * BINS));
    counts[bin]++;
    probabilities[bin] += probability;
    right[bin] += isRight ? 1 : 0;
  }

  /** 0 to 1, lower is better. */
  double expectedError() {
    double sum = 0;
    long all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(probabilities[bin] - right[bin]); // count × |mean − share|
      all += counts[bin];
    }
    return sum / all;
  }

  private String title() {
    return String.format(
        Locale.ROOT, "Reliability: expected calibration error %.3f", expectedError());
  }

  /** The share right against the probability. */
  Chart chart() {
    List<Chart.Spot> spots = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        double mean = probabilities[bin] / counts[bin];
        spots.add(new Chart.Spot(range(bin), mean, share(bin), counts[bin]));
      }
    }
    return new Chart.Agreement(
        title(), "probability of the answer", "share right", counted, "as sure as right", spots);
  }

  /** The same as numbers. */
  Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        rows.add(
            List.of(
                range(bin),
                Long.toString(counts[bin]),
                number(probabilities[bin] / counts[bin]),
                number(share(bin))));
      }
    }
    return new Table(
        title(), List.of("probability", counted, "mean probability", "share right"), rows);
  }

  private double share(int bin) {
    return (double) right[bin] / counts[bin];
  }

  private static String range(int bin) {
    return String.format(Locale.ROOT, "%.1f to %.1f", bin / 10.0, (bin + 1) / 10.0);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
