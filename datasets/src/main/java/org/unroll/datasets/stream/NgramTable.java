package org.unroll.datasets.stream;

import java.util.Arrays;

/**
 * The n-grams of one length that stand in a text, each once and numbered from 0: ascending by the
 * number of their context, which is an n-gram one symbol shorter, then by their last symbol. So
 * tables of growing length are a trie, whose nodes are found exactly and without hashes. Immutable.
 */
final class NgramTable {
  /** No n-gram. */
  static final int NONE = -1;

  private final int[] first; // of each context its first n-gram, then how many n-grams there are
  private final char[] symbols; // of each n-gram its last

  private NgramTable(int[] first, char[] symbols) {
    this.first = first;
    this.symbols = symbols;
  }

  /** An n-gram as a number that sorts by context, then by symbol. */
  static long key(int context, int symbol) {
    return (long) context << Character.SIZE | symbol;
  }

  /**
   * @param keys of all n-grams, ascending; equal ones are one
   * @param contexts that there are
   */
  static NgramTable of(long[] keys, int contexts) {
    int[] first = new int[contexts + 1];
    char[] symbols = new char[keys.length];
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        symbols[size++] = (char) keys[i];
        first[(int) (keys[i] >>> Character.SIZE) + 1]++;
      }
    }
    for (int context = 0; context < contexts; context++) {
      first[context + 1] += first[context];
    }
    return new NgramTable(first, Arrays.copyOf(symbols, size));
  }

  int size() {
    return symbols.length;
  }

  int contexts() {
    return first.length - 1;
  }

  /** The first n-gram of a context; the others follow it. */
  int begin(int context) {
    return first[context];
  }

  /** The n-gram after the last one of a context. */
  int end(int context) {
    return first[context + 1];
  }

  /** The last symbol of an n-gram. */
  int symbol(int ngram) {
    return symbols[ngram];
  }

  /**
   * The n-gram of a context and a symbol, or {@link #NONE}.
   *
   * @param context or {@link #NONE}
   */
  int find(int context, int symbol) {
    if (context == NONE) {
      return NONE;
    }
    return Math.max(
        NONE, Arrays.binarySearch(symbols, begin(context), end(context), (char) symbol));
  }
}
