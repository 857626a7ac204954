package org.unroll.core.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * Area under the receiver operating characteristic: the chance that a random positive example has a
 * higher score than a random negative one, a tie counting one half (Hanley and McNeil, Radiology
 * 143, 1982; computed as the Mann–Whitney statistic over mid-ranks).
 */
public final class RocAuc {
  private RocAuc() {}

  /**
   * @param positive which examples are positive
   * @param scores as many scores, higher for positive; none is NaN
   * @return 0–1, or empty if one of the two kinds is absent
   */
  public static OptionalDouble of(boolean[] positive, double[] scores) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double rankSum = 0;
    long positives = 0;
    int start = 0;
    while (start < order.length) {
      int end = start;
      int tiedPositives = 0;
      while (end < order.length && scores[order[end]] == scores[order[start]]) {
        tiedPositives += positive[order[end]] ? 1 : 0;
        end++;
      }
      // ranks start + 1 … end, of which every tied example gets the middle
      rankSum += tiedPositives * (start + 1 + end) / 2.0;
      positives += tiedPositives;
      start = end;
    }
    long negatives = scores.length - positives;
    if (positives == 0 || negatives == 0) {
      return OptionalDouble.empty();
    }
    double pairs = (double) positives * negatives;
    return OptionalDouble.of((rankSum - positives * (positives + 1) / 2.0) / pairs);
  }
}
