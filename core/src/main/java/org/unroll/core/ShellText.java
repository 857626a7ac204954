package org.unroll.core;

/** Text that a user may paste into a shell. */
public final class ShellText {
  private ShellText() {}

  /** One word for the shell, in quotes if it would be several or something else. */
  public static String word(Object text) {
    String word = text.toString();
    return word.matches("[\\w./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
