package org.unroll.core.layer.image;

import java.util.Arrays;

/**
 * Mean and variance of each channel.
 *
 * @param count numbers of a channel
 * @param variance the mean squared distance from the mean
 */
record Moments(long count, double[] mean, double[] variance) {
  static Moments none(int channels) {
    return new Moments(0, new double[channels], new double[channels]);
  }

  /** In one row: count, means, variances. */
  double[] row() {
    double[] row = new double[1 + 2 * mean.length];
    row[0] = count;
    System.arraycopy(mean, 0, row, 1, mean.length);
    System.arraycopy(variance, 0, row, 1 + mean.length, mean.length);
    return row;
  }

  static Moments ofRow(double[] row) {
    int channels = (row.length - 1) / 2;
    return new Moments(
        (long) row[0],
        Arrays.copyOfRange(row, 1, 1 + channels),
        Arrays.copyOfRange(row, 1 + channels, row.length));
  }

  /** Of both together (Chan, Golub &amp; LeVeque 1983, equation 2.1). */
  Moments with(Moments other) {
    if (other.count == 0) {
      return this;
    }
    long all = count + other.count;
    double share = (double) other.count / all;
    double[] means = new double[mean.length];
    double[] variances = new double[mean.length];
    for (int i = 0; i < means.length; i++) {
      double apart = other.mean[i] - mean[i];
      means[i] = mean[i] + share * apart;
      variances[i] =
          (1 - share) * variance[i]
              + share * other.variance[i]
              + share * (1 - share) * apart * apart;
    }
    return new Moments(all, means, variances);
  }

  /** What the variance of all is expected to be; of one number nothing can be said. */
  double unbiased(int channel) {
    return count > 1 ? variance[channel] * count / (count - 1) : variance[channel];
  }
}
