package org.unroll.apps.charlm;

/** Pearson's correlation of many units with one signal, value after value. Not thread-safe. */
final class Correlation {
  private final double[] first; // of each unit; the rest is of differences from it
  private final double[] sums;
  private final double[] squares;
  private final double[] products;
  private double firstSignal;
  private double sum; // of the signal
  private double square;
  private long count;

  Correlation(int units) {
    this.first = new double[units];
    this.sums = new double[units];
    this.squares = new double[units];
    this.products = new double[units];
  }

  /**
   * @param values of all units, from {@code from} on
   */
  void add(float[] values, int from, double signal) {
    firstSignal = count == 0 ? signal : firstSignal;
    double other = signal - firstSignal;
    for (int unit = 0; unit < sums.length; unit++) {
      first[unit] = count == 0 ? values[from + unit] : first[unit];
      double value = values[from + unit] - first[unit];
      sums[unit] += value;
      squares[unit] += value * value;
      products[unit] += value * other;
    }
    sum += other;
    square += other * other;
    count++;
  }

  /** 0 if the unit or the signal stands still. */
  double of(int unit) {
    double together = products[unit] / count - sums[unit] / count * sum / count;
    double own = squares[unit] / count - sums[unit] / count * sums[unit] / count;
    double other = square / count - sum / count * sum / count;
    double both = Math.sqrt(Math.max(0, own) * Math.max(0, other));
    return both >= 1e-9 ? together / both : 0;
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
