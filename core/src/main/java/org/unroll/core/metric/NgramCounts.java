package org.unroll.core.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** How often each n-gram of one length occurs. Not thread-safe. */
final class NgramCounts {
  private final Map<Object, Integer> counts = new HashMap<>();

  static NgramCounts ofWords(List<String> words, int n) {
    NgramCounts ngrams = new NgramCounts();
    for (int i = 0; i + n <= words.size(); i++) {
      ngrams.increment(words.subList(i, i + n));
    }
    return ngrams;
  }

  /**
   * @param characters as code points
   */
  static NgramCounts ofCharacters(int[] characters, int n) {
    NgramCounts ngrams = new NgramCounts();
    for (int i = 0; i + n <= characters.length; i++) {
      ngrams.increment(new String(characters, i, n));
    }
    return ngrams;
  }

  int count(Object ngram) {
    return counts.getOrDefault(ngram, 0);
  }

  void increment(Object ngram) {
    counts.merge(ngram, 1, Integer::sum);
  }

  /** Each n-gram once, with how often it occurs. */
  void forEach(ObjIntConsumer<Object> action) {
    counts.forEach(action::accept);
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
      matches += Math.min(ngram.getValue(), other.count(ngram.getKey()));
    }
    return matches;
  }
}
