package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Words between white space as Python's {@code str.split()} sees it: golden scores come from there,
 * and Java's own classes of white space leave out the no-break space.
 */
final class SpacedWords {
  private SpacedWords() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isSpace(text.charAt(i))) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return c >= '\t' && c <= '\r'
        || c >= 0x1C && c <= ' '
        || c == 0x85
        || c == 0xA0
        || Character.isSpaceChar(c);
  }
}
