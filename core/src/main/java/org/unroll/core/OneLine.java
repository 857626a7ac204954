package org.unroll.core;

import java.util.stream.Collectors;

/**
 * Text from outside, such as the name of a class, as part of one line on a terminal. Files hold it
 * as it is.
 */
public final class OneLine {
  private static final int TAB = 8;

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

  /**
   * Several lines: what ends one stays, a tab becomes {@value #TAB} spaces, and all else that moves
   * a cursor is shown as an escape, but for carriage returns, which are left out.
   */
  public static String lines(String text) {
    String shown = text.replace("\r", "").replace("\t", " ".repeat(TAB));
    return shown.lines().map(OneLine::of).collect(Collectors.joining("\n"))
        + (shown.endsWith("\n") ? "\n" : "");
  }

  /** Control characters and the two separators of Unicode. */
  private static boolean breaks(char c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}
