package org.unroll.core.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the steps of a chart lie. Ascending numbers lie where they belong, and round ones are
 * named; others lie one beside the other.
 *
 * @param places one a step
 * @param ticks place to its name, ascending
 */
record StepAxis(List<Double> places, Map<Double, String> ticks) {
  static StepAxis of(List<String> steps) {
    List<BigDecimal> numbers = numbers(steps);
    if (!numbers.isEmpty()) {
      return new StepAxis(numbers.stream().map(BigDecimal::doubleValue).toList(), round(numbers));
    }
    Map<Double, String> ticks = new LinkedHashMap<>();
    StepTicks.of(steps).forEach((step, name) -> ticks.put((double) step, name));
    return new StepAxis(IntStream.range(0, steps.size()).mapToObj(i -> (double) i).toList(), ticks);
  }

  /** Whether steps lie by their numbers. */
  static boolean areNumbers(List<String> steps) {
    return !numbers(steps).isEmpty();
  }

  /** Empty if they are none, do not ascend or are fewer than two. */
  private static List<BigDecimal> numbers(List<String> steps) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (String step : steps) {
      try {
        BigDecimal number = new BigDecimal(step);
        if (!numbers.isEmpty() && number.compareTo(numbers.get(numbers.size() - 1)) <= 0) {
          return List.of();
        }
        numbers.add(number);
      } catch (NumberFormatException e) {
        return List.of(); // names of another kind
      }
    }
    return numbers.size() < 2 ? List.of() : numbers;
  }

  /** All, if they are few; else the multiples of 1, 2 or 5 times a power of ten. */
  private static Map<Double, String> round(List<BigDecimal> numbers) {
    Map<Double, String> ticks = new LinkedHashMap<>();
    if (numbers.size() <= StepTicks.MOST) {
      numbers.forEach(number -> ticks.put(number.doubleValue(), number.toPlainString()));
      return ticks;
    }
    BigDecimal last = numbers.get(numbers.size() - 1);
    BigDecimal apart = apart(last.subtract(numbers.get(0)), wholes(numbers));
    BigDecimal tick = numbers.get(0).divide(apart, 0, RoundingMode.CEILING).multiply(apart);
    for (; tick.compareTo(last) <= 0; tick = tick.add(apart)) {
      ticks.put(tick.doubleValue(), tick.toPlainString());
    }
    return ticks;
  }

  private static boolean wholes(List<BigDecimal> numbers) {
    return numbers.stream().allMatch(number -> number.stripTrailingZeros().scale() <= 0);
  }

  private static BigDecimal apart(BigDecimal span, boolean whole) {
    int power = (int) Math.floor(Math.log10(span.doubleValue() / StepTicks.MOST));
    for (int scale = whole ? Math.max(0, power) : power; ; scale++) {
      for (int times : new int[] {1, 2, 5}) {
        BigDecimal apart = new BigDecimal(times).scaleByPowerOfTen(scale);
        if (span.compareTo(apart.multiply(new BigDecimal(StepTicks.MOST))) <= 0) {
          return apart;
        }
      }
    }
  }

  /** From the first to the last. */
  AxisRange range() {
    int last = places.size() - 1;
    return last < 1 ? new AxisRange(-1, 1) : new AxisRange(places.get(0), places.get(last));
  }

  double place(int step) {
    return places.get(step);
  }
}
