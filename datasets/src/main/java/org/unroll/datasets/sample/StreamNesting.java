package org.unroll.datasets.sample;

import java.util.ArrayDeque;
import java.util.Deque;

/** The quotes and brackets of a line, read from left to right. What is quoted is no code. */
final class StreamNesting {
  private final Deque<StreamBracket> open = new ArrayDeque<>();
  private boolean quoted;

  private StreamNesting() {}

  /** Null if there is none. */
  static StreamCheck.Kind flaw(String line) {
    StreamNesting nesting = new StreamNesting();
    for (int i = 0; i < line.length(); i++) {
      StreamCheck.Kind flaw = nesting.flaw(line.charAt(i));
      if (flaw != null) {
        return flaw;
      }
    }
    return nesting.quoted
        ? StreamCheck.Kind.QUOTE
        : nesting.open.isEmpty() ? null : StreamCheck.Kind.BRACKET;
  }

  private StreamCheck.Kind flaw(char mark) {
    if (mark == '"') {
      quoted = !quoted;
      return null;
    }
    if (quoted) {
      return null;
    }
    for (StreamBracket kind : StreamBracket.values()) {
      if (kind.opensWith(mark)) {
        open.push(kind);
      } else if (kind.closesWith(mark) && open.poll() != kind) {
        return StreamCheck.Kind.BRACKET;
      } else if (kind.separatesWith(mark) && open.peek() != kind) {
        return StreamCheck.Kind.SEPARATOR;
      }
    }
    return null;
  }
}
