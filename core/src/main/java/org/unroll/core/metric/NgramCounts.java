package org.unroll.core.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each n-gram of one length occurs. Not thread-safe. */
final class NgramCounts {
  private final Map<Object, Integer> counts = new HashMap<>();

  static NgramCounts ofWords(List<String> words, int n) {
    NgramCounts ngrams = new NgramCounts();
    for (int i = 0; i + n <= words.size(); i++) {
      ngrams.counts.merge(words.subList(i, i + n), 1, Integer::sum);
    }
    return ngrams;
  }

  /**
   * @param characters as code points
   */
  static NgramCounts ofCharacters(int[] characters, int n) {
    NgramCounts ngrams = new NgramCounts();
    for (int i = 0; i + n <= characters.length; i++) {
      ngrams.counts.merge(new String(characters, i, n), 1, Integer::sum);
    }
    return ngrams;
  }

  void takeLarger(NgramCounts other) {
    other.counts.forEach((ngram, count) -> counts.merge(ngram, count, Math::max));
  }

  int total() {
    int total = 0;
    for (int count : counts.values()) {
      total += count;
    }
    return total;
  }

  /** N-grams that both have, each as often as the one that has it more seldom. */
  int matches(NgramCounts other) {
    int matches = 0;
    for (Map.Entry<Object, Integer> ngram : counts.entrySet()) {
      matches += Math.min(ngram.getValue(), other.counts.getOrDefault(ngram.getKey(), 0));
    }
    return matches;
  }
}
