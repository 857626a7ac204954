package org.unroll.datasets.text;

import java.util.Locale;

/** Escapes that make any string one line of UTF-8 and back, with Java's notation. */
final class WordEscapes {
  private WordEscapes() {}

  static String escape(String word) {
    StringBuilder escaped = new StringBuilder(word.length());
    word.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> appendCharacter(escaped, point);
              }
            });
    return escaped.toString();
  }

  /** UTF-8 has no bytes for half of a surrogate pair. */
  private static void appendCharacter(StringBuilder escaped, int point) {
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      escaped.append("\\u").append(String.format(Locale.ROOT, "%04x", point));
    } else {
      escaped.appendCodePoint(point);
    }
  }

  static String unescape(String line) {
    StringBuilder word = new StringBuilder(line.length());
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i++);
      if (c != '\\' || i == line.length()) {
        word.append(c);
        continue;
      }
      char code = line.charAt(i++);
      switch (code) {
        case 'n' -> word.append('\n');
        case 'r' -> word.append('\r');
        case 'u' -> {
          word.append((char) Integer.parseInt(line.substring(i, i + 4), 16));
          i += 4;
        }
        default -> word.append(code);
      }
    }
    return word.toString();
  }
}
