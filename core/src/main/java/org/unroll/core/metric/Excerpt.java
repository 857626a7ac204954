package org.unroll.core.metric;

/** The beginning of a text, for a cell of a table. */
public final class Excerpt {
  private static final int MOST = 300; // characters

  private Excerpt() {}

  /** A long text ends with an ellipsis. */
  public static String of(String text) {
    if (text.codePointCount(0, text.length()) <= MOST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MOST)).stripTrailing() + " …";
  }
}
