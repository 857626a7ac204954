package org.unroll.core.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;

/** The values that a key is tried with. */
sealed interface SearchedValues {
  /** One of them by chance, as YAML. */
  String draw(SplittableRandom random);

  /** Those that show whether the config takes all of them. */
  List<String> probes();

  /** How many there are; infinite of numbers that are not whole. */
  double count();

  /** Whether equal ways between them are equal factors. */
  default boolean byFactors() {
    return false;
  }

  /** Values as they were listed, each YAML. */
  record Listed(List<String> values) implements SearchedValues {
    public Listed {
      values = List.copyOf(values);
    }

    @Override
    public String draw(SplittableRandom random) {
      return values.get(random.nextInt(values.size()));
    }

    @Override
    public List<String> probes() {
      return values;
    }

    @Override
    public double count() {
      return values.size();
    }
  }

  /**
   * Whole numbers from {@code low} to {@code high}, both included: equally likely each, or with
   * {@code byFactors} each factor.
   */
  record WholeRange(long low, long high, boolean byFactors) implements SearchedValues {
    @Override
    public String draw(SplittableRandom random) {
      if (!byFactors) {
        return String.valueOf(random.nextLong(low, high + 1));
      }
      double drawn = between(random.nextDouble(), low, high + 1.0);
      return String.valueOf(Math.min(high, (long) drawn));
    }

    @Override
    public List<String> probes() {
      return List.of(String.valueOf(low), String.valueOf(high));
    }

    @Override
    public double count() {
      return (double) high - low + 1;
    }
  }

  /**
   * Numbers between {@code low} and {@code high}, uniformly or with {@code byFactors} each factor.
   */
  record RealRange(BigDecimal low, BigDecimal high, boolean byFactors) implements SearchedValues {
    private static final MathContext DIGITS = new MathContext(4); // more would tell nothing

    @Override
    public String draw(SplittableRandom random) {
      double from = low.doubleValue();
      double to = high.doubleValue();
      double share = random.nextDouble();
      double drawn = byFactors ? between(share, from, to) : from + share * (to - from);
      return text(new BigDecimal(drawn).round(DIGITS).max(low).min(high));
    }

    private static String text(BigDecimal value) {
      return value.stripTrailingZeros().toPlainString();
    }

    @Override
    public List<String> probes() {
      return List.of(text(low), text(high));
    }

    @Override
    public double count() {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** Equal shares are equal factors. */
  private static double between(double share, double low, double high) {
    return Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
  }
}
