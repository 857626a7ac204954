package org.unroll.core.inspect;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers with the digits that a reader of a picture can make something of: files stay small. */
final class Significant {
  private static final MathContext DIGITS = new MathContext(4);

  private Significant() {}

  /** What is not finite stays as it is. */
  static double of(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }
}
