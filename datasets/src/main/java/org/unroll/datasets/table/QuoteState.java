package org.unroll.datasets.table;

/** Where a text after RFC 4180 stands, character by character. Not thread-safe. */
final class QuoteState {
  private final char delimiter;
  private boolean start = true;
  private boolean quoted;
  private boolean closed; // right after the mark that closes a cell, or the first of two

  QuoteState(char delimiter) {
    this.delimiter = delimiter;
  }

  /** What a character is. */
  enum Kind {
    /** Between two cells. */
    DELIMITER,
    /** A part of the end of a row. */
    ROW_END,
    /** Opens a cell. */
    OPENING,
    /** A delimiter, the end of a line or the second of two marks, in a quoted cell. */
    HELD,
    /** What may not follow the mark that closes a cell. */
    MISPLACED,
    /** Anything else. */
    TEXT
  }

  Kind next(char c) {
    boolean parts = c == delimiter || c == '\n' || c == '\r';
    if (quoted) {
      quoted = c != '"';
      closed = !quoted;
      return parts ? Kind.HELD : Kind.TEXT;
    }
    if (c == '"' && (start || closed)) {
      Kind kind = closed ? Kind.HELD : Kind.OPENING;
      quoted = true;
      start = false;
      closed = false;
      return kind;
    }
    boolean misplaced = closed && !parts;
    closed = false;
    start = parts;
    return misplaced
        ? Kind.MISPLACED
        : c == delimiter ? Kind.DELIMITER : parts ? Kind.ROW_END : Kind.TEXT;
  }

  boolean isQuoted() {
    return quoted;
  }
}
