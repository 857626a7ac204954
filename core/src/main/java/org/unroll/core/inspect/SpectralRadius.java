package org.unroll.core.inspect;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The largest absolute value of an eigenvalue, by Gelfand's formula (1941): the n-th root of the
 * norm of the n-th power. Powers are squared again and again and scaled to norm 1, their norms kept
 * as logarithms. Of two norms n apart the quotient is taken, which is free of the constant that the
 * powers of a defective matrix carry.
 */
final class SpectralRadius {
  private static final int SQUARINGS = 20;
  private static final double CLOSE = 1e-5; // of two estimates

  private SpectralRadius() {}

  /**
   * @param matrix {@code [u, u]}
   */
  static double of(INDArray matrix) {
    INDArray power = matrix.dup('c'); // [u, u], of norm 1 below
    double logarithm = scale(power); // of the norm of matrix^n
    double estimate = Double.NaN;
    double n = 1;
    for (int i = 0; i < SQUARINGS && logarithm > Double.NEGATIVE_INFINITY; i++) {
      power = power.mmul(power);
      double twice = 2 * logarithm + scale(power);
      double next = Math.exp((twice - logarithm) / n);
      if (i > 2 && Math.abs(next - estimate) <= CLOSE * next) {
        return next;
      }
      estimate = next;
      logarithm = twice;
      n *= 2;
    }
    return logarithm == Double.NEGATIVE_INFINITY ? 0 : estimate; // some power is 0
  }

  /** To norm 1; returns the logarithm of the norm it had. */
  private static double scale(INDArray power) {
    double norm = power.norm2Number().doubleValue();
    if (norm > 0) {
      power.divi(norm);
    }
    return Math.log(norm);
  }
}
