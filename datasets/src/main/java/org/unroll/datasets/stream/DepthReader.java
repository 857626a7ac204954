package org.unroll.datasets.stream;

/** How many brackets are open; never less than none. */
final class DepthReader implements SignalReader {
  private final String opening;
  private final String closing;
  private final boolean endsAtBlankLine;
  private int depth;
  private char last;

  DepthReader(String opening, String closing) {
    this(opening, closing, true);
  }

  private DepthReader(String opening, String closing, boolean endsAtBlankLine) {
    this.opening = opening;
    this.closing = closing;
    this.endsAtBlankLine = endsAtBlankLine;
  }

  /** A brace at the very beginning of a line closes all, as that of a function of C. */
  static DepthReader ofCode() {
    return new DepthReader("{", "}", false);
  }

  @Override
  public double next(char character) {
    if (character == '\n' && last == '\n' && endsAtBlankLine) {
      depth = 0;
    } else if (opening.indexOf(character) >= 0) {
      depth++;
    } else if (closing.indexOf(character) >= 0) {
      boolean all = last == '\n' && !endsAtBlankLine;
      depth = all ? 0 : Math.max(0, depth - 1);
    }
    last = character == '\r' ? last : character;
    return depth;
  }
}
