package org.unroll.apps.charlm;

/** Pearson's correlation of many units with one signal, value after value. Not thread-safe. */
final class Correlation {
  private final double[] sums; // of each unit
  private final double[] squares;
  private final double[] products;
  private double sum; // of the signal
  private double square;
  private long count;

  Correlation(int units) {
    this.sums = new double[units];
    this.squares = new double[units];
    this.products = new double[units];
  }

  /**
   * @param values of all units, from {@code from} on
   */
  void add(float[] values, int from, double signal) {
    for (int unit = 0; unit < sums.length; unit++) {
      double value = values[from + unit];
      sums[unit] += value;
      squares[unit] += value * value;
      products[unit] += value * signal;
    }
    sum += signal;
    square += signal * signal;
    count++;
  }

  /** 0 if the unit or the signal stands still. */
  double of(int unit) {
    double together = products[unit] / count - sums[unit] / count * sum / count;
    double own = squares[unit] / count - sums[unit] / count * sums[unit] / count;
    double other = square / count - sum / count * sum / count;
    double both = Math.sqrt(Math.max(0, own) * Math.max(0, other));
    return both < 1e-9 ? 0 : together / both;
  }

  /** The unit with the strongest correlation, be it positive or negative. */
  int best() {
    int best = 0;
    for (int unit = 1; unit < sums.length; unit++) {
      best = Math.abs(of(unit)) > Math.abs(of(best)) ? unit : best;
    }
    return best;
  }
}
