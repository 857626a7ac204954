package org.unroll.apps.bench;

import java.util.random.RandomGenerator;

/**
 * How many words sentences have: their logarithms are normally distributed.
 *
 * @param median the geometric mean
 * @param spread the standard deviation of the logarithm
 * @param least of all sentences, at least 1
 * @param most of all sentences
 */
record Lengths(double median, double spread, int least, int most) {
  /** The least and the most, for people. */
  String text() {
    return least + "–" + most;
  }

  int draw(RandomGenerator random) {
    long length = Math.round(median * StrictMath.exp(spread * random.nextGaussian()));
    return (int) Math.max(least, Math.min(most, length));
  }

  /** Words drawn evenly from 1 to {@code words - 1}; 0 is the padding. */
  int[] sentence(RandomGenerator random, int words) {
    return random.ints(draw(random), 1, words).toArray();
  }
}
