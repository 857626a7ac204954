package org.unroll.core;

/**
 * Text from outside, such as the name of a class, as part of one line on a terminal. Files hold it
 * as it is.
 */
public final class OneLine {
  private OneLine() {}

  /** The text with an escape in the place of whatever ends a line or moves a terminal's cursor. */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(breaks(c) ? "\\u%04X".formatted((int) c) : c);
      }
    }
    return line.toString();
  }

  /** Control characters and the two separators of Unicode. */
  private static boolean breaks(char c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}
