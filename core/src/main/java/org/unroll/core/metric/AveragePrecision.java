package org.unroll.core.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * The precision at each rank that adds to the recall, weighted by how much it adds: the area under
 * the curve of precision over recall, without interpolation. Examples of one score share a rank, as
 * in scikit-learn's {@code average_precision_score}.
 */
public final class AveragePrecision {
  private AveragePrecision() {}

  /**
   * @param positive which examples are positive
   * @param scores as many scores, higher for positive; none is NaN
   * @return 0–1, or empty if no example is positive
   */
  public static OptionalDouble of(boolean[] positive, double[] scores) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
    double sum = 0;
    long found = 0;
    int start = 0;
    while (start < order.length) {
      int end = start;
      long more = 0;
      while (end < order.length && scores[order[end]] == scores[order[start]]) {
        more += positive[order[end]] ? 1 : 0;
        end++;
      }
      found += more;
      sum += more * (double) found / end;
      start = end;
    }
    return found == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / found);
  }
}
