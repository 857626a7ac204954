package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * The references of one hypothesis, cut into words, and each of their n-grams as often as the
 * reference has it that has it most often. Immutable.
 */
final class References {
  private final List<List<String>> sentences;
  private final int[] lengths;
  private final List<NgramCounts> most = new ArrayList<>();

  /**
   * @param sentences at least one
   * @param order longest n-grams
   */
  References(List<List<String>> sentences, int order) {
    this.sentences = List.copyOf(sentences);
    this.lengths = sentences.stream().mapToInt(List::size).toArray();
    for (int n = 1; n <= order; n++) {
      NgramCounts counts = new NgramCounts();
      for (List<String> sentence : sentences) {
        counts.takeLarger(NgramCounts.ofWords(sentence, n));
      }
      most.add(counts);
    }
  }

  List<List<String>> sentences() {
    return sentences;
  }

  /** N-grams of n words. */
  NgramCounts most(int n) {
    return most.get(n - 1);
  }

  /** Words of each sentence. */
  int[] lengths() {
    return lengths.clone();
  }

  /** The number of words closest to a length; of two that are as close the smaller one. */
  int closest(int length) {
    return closest(lengths, length);
  }

  static int closest(int[] lengths, int length) {
    int closest = lengths[0];
    for (int each : lengths) {
      int away = Math.abs(each - length) - Math.abs(closest - length);
      if (away < 0 || away == 0 && each < closest) {
        closest = each;
      }
    }
    return closest;
  }
}
