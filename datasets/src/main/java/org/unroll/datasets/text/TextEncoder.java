package org.unroll.datasets.text;

import java.util.List;

/**
 * From a text to the numbers of its words. Thread-safe.
 *
 * @param maxLength words kept, from the start of the text
 */
public record TextEncoder(Tokenizer tokenizer, Vocabulary vocabulary, int maxLength) {
  /** At least one number: an empty text is one unknown word. */
  public int[] encode(String text) {
    List<String> words = tokenizer.tokenize(text);
    if (words.isEmpty()) {
      return new int[] {Vocabulary.UNKNOWN};
    }
    return vocabulary.numbers(words.subList(0, Math.min(words.size(), maxLength)));
  }
}
