package org.unroll.datasets.sample;

import java.util.List;

/** A kind of bracket in the text of {@link StreamSample}, and what stands between its items. */
enum StreamBracket {
  ROUND("(", ", ", ")"),
  SQUARE("[", "; ", "]"),
  CURLY("{", " | ", "}");

  private final String opening;
  private final String separator;
  private final String closing;

  StreamBracket(String opening, String separator, String closing) {
    this.opening = opening;
    this.separator = separator;
    this.closing = closing;
  }

  String around(List<String> items) {
    return opening + String.join(separator, items) + closing;
  }

  /** The kinds that may stand directly in it. */
  List<StreamBracket> inner() {
    return switch (this) {
      case ROUND -> List.of(SQUARE, CURLY);
      case SQUARE -> List.of(ROUND, CURLY);
      case CURLY -> List.of(ROUND, SQUARE);
    };
  }

  boolean opensWith(char mark) {
    return opening.charAt(0) == mark;
  }

  boolean separatesWith(char mark) {
    return separator.trim().charAt(0) == mark;
  }

  boolean closesWith(char mark) {
    return closing.charAt(0) == mark;
  }
}
