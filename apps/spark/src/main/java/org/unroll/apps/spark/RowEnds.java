package org.unroll.apps.spark;

import java.io.IOException;
import java.io.InputStream;

/**
 * The line feeds of a text that end a row: all, or of a table those outside of quotation marks.
 * Looks at bytes, as in UTF-8 and in all sets of one byte a character both signs are one byte that
 * no other character holds.
 */
final class RowEnds implements AutoCloseable {
  private final InputStream bytes;
  private final boolean quoted;
  private long position;
  private long lines;
  private boolean inside; // of quotation marks

  /**
   * @param bytes buffered; closed with this
   */
  RowEnds(InputStream bytes, boolean quoted) {
    this.bytes = bytes;
    this.quoted = quoted;
  }

  /** Goes on to the next one; false at the end of the text. */
  boolean next() throws IOException {
    for (int each = bytes.read(); each >= 0; each = bytes.read()) {
      position++;
      if (each == '"' && quoted) {
        inside = !inside;
      } else if (each == '\n') {
        lines++;
        if (!inside) {
          return true;
        }
      }
    }
    return false;
  }

  /** Bytes so far. */
  long position() {
    return position;
  }

  /** Line feeds so far. */
  long lines() {
    return lines;
  }

  /** Whether no quotation mark is open. */
  boolean paired() {
    return !inside;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
