package org.unroll.datasets.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The CSV library ends a row at a carriage return without LF too. This reader gives it a stand-in,
 * which {@link #restored} turns back: half of a surrogate pair, such as no UTF-8 decodes to.
 */
final class KeptReturns extends Reader {
  private static final char STAND_IN = '\uDC0D';

  private final BufferedReader text;
  private final boolean hasLineFeed;
  private boolean any;

  /**
   * @param hasLineFeed if not, CR ends the lines, and nothing is changed
   */
  KeptReturns(BufferedReader text, boolean hasLineFeed) {
    this.text = text;
    this.hasLineFeed = hasLineFeed;
  }

  @Override
  public int read(char[] characters, int from, int length) throws IOException {
    int read = text.read(characters, from, length);
    for (int i = from; hasLineFeed && i < from + read; i++) {
      if (characters[i] == '\r'
          && (i + 1 < from + read ? characters[i + 1] : following()) != '\n') {
        characters[i] = STAND_IN;
        any = true;
      }
    }
    return read;
  }

  /** After what was read; a return at the end of the text ends the last row as it always did. */
  private int following() throws IOException {
    text.mark(1);
    int next = text.read();
    if (next < 0) {
      return '\n';
    }
    text.reset();
    return next;
  }

  /** A cell with its carriage returns. */
  String restored(String cell) {
    if (!any || cell.indexOf(STAND_IN) < 0) {
      return cell;
    }
    StringBuilder restored = new StringBuilder(cell);
    for (int i = 0; i < cell.length(); i++) {
      boolean half = i == 0 || !Character.isHighSurrogate(cell.charAt(i - 1));
      if (cell.charAt(i) == STAND_IN && half) {
        restored.setCharAt(i, '\r');
      }
    }
    return restored.toString();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
