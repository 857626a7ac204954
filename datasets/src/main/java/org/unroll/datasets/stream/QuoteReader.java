package org.unroll.datasets.stream;

/**
 * Whether a double quote is open. One behind a backslash, or alone between apostrophes, is none.
 */
final class QuoteReader implements SignalReader {
  private boolean open;
  private char last;

  @Override
  public double next(char character) {
    if (character == '\n' && last == '\n') {
      open = false;
    } else if (character == '“') {
      open = true;
    } else if (character == '”') {
      open = false;
    } else if (character == '"' && last != '\\' && last != '\'') {
      open = !open;
    }
    last = character == '\r' ? last : character;
    return open ? 1 : 0;
  }
}
