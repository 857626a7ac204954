package org.unroll.datasets.lab;

/**
 * A sine, or the mean of two whose periods have no common multiple, so that their sum never comes
 * back to itself.
 *
 * @param period of the first, in steps; the second's is longer by the golden ratio
 * @param sines one or two
 */
public record Wave(double period, int sines) {
  private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

  /** From −1 to 1. */
  public double at(int step) {
    double sum = 0;
    double stretched = period;
    for (int sine = 0; sine < sines; sine++) {
      sum += Math.sin(2 * Math.PI * step / stretched);
      stretched *= GOLDEN_RATIO;
    }
    return sum / sines;
  }
}
