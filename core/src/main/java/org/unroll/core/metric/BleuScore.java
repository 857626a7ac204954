package org.unroll.core.metric;

import java.util.List;
import java.util.Locale;

/**
 * A BLEU score and what it is made of.
 *
 * @param score from 0 to 100
 * @param precisions of n-grams of 1, 2, … words, from 0 to 100, smoothed if the score is
 * @param brevityPenalty from 0 to 1; 1 if the hypotheses are as long as the references
 * @param hypothesisLength words
 * @param referenceLength words of the references closest in length
 */
public record BleuScore(
    double score,
    List<Double> precisions,
    double brevityPenalty,
    long hypothesisLength,
    long referenceLength) {
  public BleuScore {
    precisions = List.copyOf(precisions);
  }

  /** As sacreBLEU prints it, without the name: {@code 48.53 82.4/50.0/45.5/37.5 (BP = 0.943 …)}. */
  @Override
  public String toString() {
    StringBuilder each = new StringBuilder();
    for (double precision : precisions) {
      each.append(each.isEmpty() ? "" : "/");
      each.append(String.format(Locale.ROOT, "%.1f", precision));
    }
    return String.format(
        Locale.ROOT,
        "%.2f %s (BP = %.3f ratio = %.3f hyp_len = %d ref_len = %d)",
        score,
        each,
        brevityPenalty,
        referenceLength == 0 ? 0 : (double) hypothesisLength / referenceLength,
        hypothesisLength,
        referenceLength);
  }
}
