package org.unroll.core.metric;

import java.util.List;

/** What BLEU is computed from, summed over all sentences. Not thread-safe. */
final class BleuCounts {
  private final long[] matches;
  private final long[] totals;
  private long hypothesisLength;
  private long referenceLength;

  /**
   * @param order longest n-grams
   */
  BleuCounts(int order) {
    this.matches = new long[order];
    this.totals = new long[order];
  }

  void add(List<String> hypothesis, References references) {
    addLengths(hypothesis.size(), references.closest(hypothesis.size()));
    for (int n = 1; n <= matches.length; n++) {
      NgramCounts counts = NgramCounts.ofWords(hypothesis, n);
      addNgrams(n, counts.total(), counts.matches(references.most(n)));
    }
  }

  void addLengths(long hypothesis, long reference) {
    hypothesisLength += hypothesis;
    referenceLength += reference;
  }

  /** N-grams of n words that hypotheses have, and how many of them their references have. */
  void addNgrams(int n, long total, long matching) {
    totals[n - 1] += total;
    matches[n - 1] += matching;
  }

  long matches(int n) {
    return matches[n - 1];
  }

  long total(int n) {
    return totals[n - 1];
  }

  long hypothesisLength() {
    return hypothesisLength;
  }

  long referenceLength() {
    return referenceLength;
  }
}
