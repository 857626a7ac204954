package org.unroll.datasets.text;

import java.util.List;

/**
 * From a text to the numbers of its words. Thread-safe.
 *
 * @param maxLength words kept of a longer text
 * @param kept which ones
 */
public record TextEncoder(Tokenizer tokenizer, Vocabulary vocabulary, int maxLength, Kept kept) {
  /** At least one number: an empty text is one unknown word. */
  public int[] encode(String text) {
    return encode(tokenizer.tokenize(text));
  }

  /** The same of its words. */
  public int[] encode(List<String> words) {
    if (words.isEmpty()) {
      return new int[] {Vocabulary.UNKNOWN};
    }
    return vocabulary.numbers(kept.of(words, maxLength));
  }
}
