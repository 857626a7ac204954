package org.unroll.apps.translate;

import java.util.ArrayList;
import java.util.List;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.ProperSentence;

/** The text of a translation as far as its words are known. Not thread-safe. */
final class KnownWords {
  private static final String HALF_A_CHARACTER = "\uFFFD"; // of bytes that go on in the next word

  private final Language language;
  private final boolean proper;
  private final List<Integer> words = new ArrayList<>();
  private String told = "";

  /**
   * @param proper whether the text is to be a proper sentence
   */
  KnownWords(Language language, boolean proper) {
    this.language = language;
    this.proper = proper;
  }

  /** What is known of the text now that was not before. */
  String next(int word) {
    if (word == language.end()) {
      return "";
    }
    words.add(word);
    String text = language.decode(words);
    if (text.endsWith(HALF_A_CHARACTER)) {
      return "";
    }
    return upTo(proper ? certain(text) : text);
  }

  /**
   * Marks and quotes are moved to their words: what the next two words may change waits for them.
   */
  private static String certain(String text) {
    int end = text.lastIndexOf(' ', text.lastIndexOf(' ') - 1);
    String before = text.substring(0, Math.max(0, end));
    boolean quoting = before.chars().filter(c -> c == '"').count() % 2 == 1;
    return quoting ? "" : ProperSentence.of(before);
  }

  /** What is left of the text that was written in the end. */
  String upTo(String text) {
    String news = text.startsWith(told) ? text.substring(told.length()) : "";
    told += news;
    return news;
  }
}
