package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.unroll.core.layer.array.StepMask;

/**
 * How the gradient of a loss by a layer's state shrinks with the distance (Hochreiter 1991, Bengio
 * et al. 1994, Pascanu et al. 2013, section 2.1): by how many steps further back than its last one,
 * the mean norm over the examples that are so long, relative to that of the same examples at the
 * first distance where there is any gradient.
 *
 * @param layer for readers
 * @param recurrenceAlone whether what layers above read of earlier states is left out
 * @param values by distance; 0 before there is any gradient
 */
public record GradientCurve(String layer, boolean recurrenceAlone, List<Double> values) {
  /** What is smaller than this share has vanished. */
  public static final double VANISHED = 0.01;

  /** About the smallest number above 0 that single precision has. */
  static final String SMALLEST = "1e-45";

  /** From here on the next one may be too small: some gradients fall fast, and they are sums. */
  private static final double NEARLY_SMALLEST = 1e-30;

  /** Distances that fewer than this share of the examples reach are left out. */
  private static final double FEW = 0.25;

  public GradientCurve {
    values = List.copyOf(values);
  }

  /** All zeros if there is no gradient. */
  static GradientCurve of(
      String layer, boolean recurrenceAlone, GradientNorms norms, StepMask mask) {
    double[][] byDistance = byDistance(norms.byExample(), mask);
    int longest = 0;
    for (double[] example : byDistance) {
      longest = Math.max(longest, example.length);
    }
    int first = 0;
    while (first < longest && ratio(byDistance, first, first) == 0) {
      first++;
    }
    List<Double> values = new ArrayList<>();
    for (int distance = 0; distance < longest; distance++) {
      if (reaching(byDistance, distance) >= FEW * byDistance.length) {
        values.add(distance < first ? 0 : Significant.of(ratio(byDistance, distance, first)));
      }
    }
    return new GradientCurve(layer, recurrenceAlone, values);
  }

  /** The norms of each example at the steps that count, the last first. */
  private static double[][] byDistance(double[][] norms, StepMask mask) {
    double[][] byDistance = new double[norms.length][];
    for (int example = 0; example < norms.length; example++) {
      double[] own = new double[mask.length(example)];
      int distance = own.length;
      for (int step = 0; step < norms[example].length; step++) {
        if (mask.counts(example, step)) {
          own[--distance] = norms[example][step];
        }
      }
      byDistance[example] = own;
    }
    return byDistance;
  }

  private static int reaching(double[][] byDistance, int distance) {
    int count = 0;
    for (double[] example : byDistance) {
      count += example.length > distance ? 1 : 0;
    }
    return count;
  }

  /** 0 if there is no gradient at the first distance. */
  private static double ratio(double[][] byDistance, int distance, int first) {
    double here = 0;
    double there = 0;
    for (double[] example : byDistance) {
      if (example.length > distance) {
        here += example[distance];
        there += example[first];
      }
    }
    return there == 0 ? 0 : here / there;
  }

  /** Where it begins; empty if there is no gradient at all. */
  OptionalInt begin() {
    for (int distance = 0; distance < values.size(); distance++) {
      if (values.get(distance) > 0) {
        return OptionalInt.of(distance);
      }
    }
    return OptionalInt.empty();
  }

  /** The first distance at which it has vanished; empty if it never does. */
  public OptionalInt vanishedAt() {
    for (int distance = begin().orElse(values.size()); distance < values.size(); distance++) {
      if (values.get(distance) < VANISHED) {
        return OptionalInt.of(distance);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether it fell until single precision had no number for it; a 0 of other kind is none. */
  boolean underflows() {
    int last = values.size() - 1;
    while (last >= 0 && values.get(last) == 0) {
      last--;
    }
    return last >= 0 && last < values.size() - 1 && values.get(last) < NEARLY_SMALLEST;
  }

  /**
   * By what it is multiplied in a step back, the geometric mean over all steps until it is too
   * small for a number; NaN if it takes no step.
   */
  public double factor() {
    int begin = begin().orElse(0);
    int end = begin;
    while (end + 1 < values.size() && values.get(end + 1) > 0) {
      end++;
    }
    return end == begin ? Double.NaN : Math.pow(values.get(end), 1.0 / (end - begin));
  }
}
