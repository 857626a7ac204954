package org.unroll.core.cli;

/** Text that a user may paste into a shell. */
final class ShellText {
  private ShellText() {}

  /** One word for the shell, in quotes if it would be several or something else. */
  static String word(Object text) {
    String word = text.toString();
    return word.matches("[\\w./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
