package org.unroll.datasets.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Counts the n-grams of a text, length by length, each once. Not thread-safe. */
final class GrowingNgrams {
  private final SymbolText text;
  private final int size;
  private final List<KneserNeyLevel> lower = new ArrayList<>();
  private final int[] ended; // before each place, and after the last: the n-gram that ends there
  private NgramTable longest = NgramTable.of(new long[1], 1); // the empty n-gram
  private int order;

  /**
   * @param size symbols that there are
   */
  GrowingNgrams(SymbolText training, int size) {
    int from = Math.max(0, training.length() - NgramModel.MOST_COUNTED);
    this.text = training.part(from, training.length());
    this.size = size;
    this.ended = new int[text.length() + 1];
  }

  /** The model of the next order: at first of 1. */
  NgramModel next() {
    order++;
    NgramTable table = NgramTable.of(keys(), longest.size());
    int[] counts = new int[table.size()];
    int[] before = new int[longest.size()]; // different symbols that stand before each n-gram
    BitSet seen = new BitSet(table.size());
    for (int place = text.length() - 1; place >= order - 1; place--) {
      int ngram = table.find(ended[place], text.at(place));
      counts[ngram]++;
      if (!seen.get(ngram)) {
        seen.set(ngram);
        before[ended[place + 1]]++;
      }
      ended[place + 1] = ngram;
    }
    if (order > 1) {
      lower.add(new KneserNeyLevel(longest, before));
    }
    longest = table;
    List<KneserNeyLevel> levels = new ArrayList<>(lower);
    levels.add(new KneserNeyLevel(table, counts));
    return new NgramModel(levels, size, text.length());
  }

  private long[] keys() {
    int first = Math.min(order - 1, text.length());
    long[] keys = new long[text.length() - first];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = NgramTable.key(ended[first + i], text.at(first + i));
    }
    Arrays.sort(keys);
    return keys;
  }
}
