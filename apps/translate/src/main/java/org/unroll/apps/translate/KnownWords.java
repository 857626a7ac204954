package org.unroll.apps.translate;

import java.util.ArrayList;
import java.util.List;
import org.unroll.datasets.text.Language;

/** The text of a translation as far as its words are known. Not thread-safe. */
final class KnownWords {
  private static final String HALF_A_CHARACTER = "\uFFFD"; // of bytes that go on in the next word

  private final Language language;
  private final List<Integer> words = new ArrayList<>();
  private String told = "";

  KnownWords(Language language) {
    this.language = language;
  }

  /** What is known of the text now that was not before. */
  String next(int word) {
    if (word == language.end()) {
      return "";
    }
    words.add(word);
    String text = language.decode(words);
    return text.endsWith(HALF_A_CHARACTER) ? "" : upTo(text);
  }

  /** What is left of the text that was written in the end. */
  String upTo(String text) {
    String news = text.startsWith(told) ? text.substring(told.length()) : "";
    told += news;
    return news;
  }
}
