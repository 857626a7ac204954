package org.unroll.core.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an axis of a chart spans.
 *
 * @param high above {@code low}
 * @param logarithmic whether equal ways are equal factors; both ends are positive then
 */
record AxisRange(double low, double high, boolean logarithmic) {
  private static final double TICKS = 5;
  private static final double SMALLEST_FACTOR = 10;

  AxisRange(double low, double high) {
    this(low, high, false);
  }

  /** Of all finite positive values, a factor of 10 at least; 0.1 to 1 if there are none. */
  static AxisRange logarithmic(Iterable<Double> values) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (double value : values) {
      if (Double.isFinite(value) && value > 0) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (high == 0) {
      return new AxisRange(0.1, 1, true);
    }
    double middle = Math.sqrt(low) * Math.sqrt(high);
    double factor = Math.max(Math.sqrt(SMALLEST_FACTOR), Math.sqrt(high / low));
    double room = Math.pow(factor, 0.08);
    double bottom = Math.max(middle / factor / room, Double.MIN_NORMAL);
    return new AxisRange(bottom, middle * factor * room, true);
  }

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

  /** Of all finite values and 0, with room on the sides where there are any; 0 to 1 if none. */
  static AxisRange withZero(Iterable<Double> values) {
    List<Double> all = new ArrayList<>(List.of(0.0));
    boolean negative = false;
    boolean positive = false;
    for (double value : values) {
      if (Double.isFinite(value)) {
        all.add(value);
        negative |= value < 0;
        positive |= value > 0;
      }
    }
    AxisRange range = of(all);
    return new AxisRange(negative ? range.low : 0, positive || !negative ? range.high : 0);
  }

  /** Where a value lies, 0 to 1. */
  double share(double value) {
    return logarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  /** Round numbers inside, about five; on a logarithmic axis powers of ten or between. */
  List<Double> ticks() {
    return logarithmic ? powers() : multiples();
  }

  /** Of a wide axis every second power, every third, …, always with 1 where it is inside. */
  private List<Double> powers() {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.floor(Math.log10(high));
    List<Double> ticks = new ArrayList<>();
    int every = every(last - first);
    for (int power = first; power <= last; power++) {
      for (int digit : last - first <= 2 ? new int[] {1, 2, 5} : new int[] {1}) {
        double tick = Double.parseDouble(digit + "e" + power); // exact, unlike a power
        if (power % every == 0 && tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static int every(int powers) {
    for (int every : new int[] {1, 2, 3, 5, 10, 20}) {
      if (powers / every <= TICKS) {
        return every;
      }
    }
    return 50;
  }

  private List<Double> multiples() {
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
    if (logarithmic) {
      boolean wide = low < 1e-4 || high >= 1e6;
      return wide && tick != 1
          ? exponent(String.format(Locale.ROOT, "%.0e", tick))
          : new BigDecimal(String.valueOf(tick)).stripTrailingZeros().toPlainString();
    }
    int decimals = Math.max(0, -power(step()));
    double size = Math.max(Math.abs(low), Math.abs(high));
    return size >= 1e7 || decimals > 6
        ? scientific(tick)
        : String.format(Locale.ROOT, "%,." + decimals + "f", tick);
  }

  /** With the digits down to those of a step. */
  private String scientific(double tick) {
    if (Math.abs(tick) < step() / 2) {
      return "0";
    }
    int digits = Math.max(0, power(Math.abs(tick)) - power(step()));
    return exponent(String.format(Locale.ROOT, "%." + digits + "e", tick));
  }

  /** {@code 1e-9}, not {@code 1e-09}. */
  private static String exponent(String text) {
    return text.replaceFirst("e([+-])0", "e$1").replace("+", "");
  }

  /** Of the first digit. */
  private static int power(double value) {
    return (int) Math.floor(Math.log10(value) + 1e-9);
  }
}
