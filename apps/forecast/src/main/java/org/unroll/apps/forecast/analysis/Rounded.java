package org.unroll.apps.forecast.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Numbers for pictures: five digits are more than a screen shows, and keep the files small. */
public final class Rounded {
  private static final MathContext DIGITS = new MathContext(5);

  private Rounded() {}

  public static double of(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }

  public static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(of(value));
    }
    return list;
  }
}
