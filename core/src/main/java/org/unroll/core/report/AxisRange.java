package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an axis of a chart spans.
 *
 * @param high above {@code low}
 */
record AxisRange(double low, double high) {
  private static final double TICKS = 5;

  /** Of all finite values, with some room; 0 to 1 if there are none. */
  static AxisRange of(Iterable<Double> values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return new AxisRange(0, 1);
    }
    double size = Math.max(Math.abs(low), Math.abs(high));
    double room = high - low > 1e-9 * size ? 0.04 * (high - low) : size == 0 ? 1 : 0.1 * size;
    return new AxisRange(low - room, high + room);
  }

  /** The same with 0 at its lower end. */
  AxisRange fromZero() {
    return new AxisRange(0, high > 0 ? high : 1);
  }

  /** Where a value lies, 0 to 1. */
  double share(double value) {
    return (value - low) / (high - low);
  }

  /** Round numbers inside, about five. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    double step = step();
    long last = (long) Math.floor(high / step + 1e-9);
    for (long i = (long) Math.ceil(low / step - 1e-9); i <= last; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten. */
  private double step() {
    double power = Math.pow(10, Math.floor(Math.log10((high - low) / TICKS)));
    for (double times : new double[] {1, 2, 5}) {
      if ((high - low) / (times * power) <= TICKS) {
        return times * power;
      }
    }
    return 10 * power;
  }

  /** A tick as text, with the decimals that tell it from its neighbours. */
  String label(double tick) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step()) + 1e-9));
    double size = Math.max(Math.abs(low), Math.abs(high));
    return size >= 1e7 || decimals > 6
        ? String.format(Locale.ROOT, "%.2g", tick)
        : String.format(Locale.ROOT, "%,." + decimals + "f", tick);
  }
}
