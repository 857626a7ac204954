package org.unroll.core.cli;

import org.unroll.core.UserError;

/**
 * The command line as Java decoded it: by the locale, of which C, that of cron and of most
 * containers, knows ASCII alone. Each byte beyond becomes U+FFFD, and the answer would be to
 * another question.
 */
final class ArgumentText {
  private static final char UNKNOWN = '\uFFFD';

  private ArgumentText() {}

  /**
   * @throws UserError if a part of an argument, or of the working directory, was lost
   */
  static void require(String... arguments) {
    for (String argument : arguments) {
      require("the argument", argument);
    }
    require("the working directory", System.getProperty("user.dir"));
  }

  private static void require(String what, String text) {
    if (text.indexOf(UNKNOWN) < 0) {
      return;
    }
    String encoding = System.getProperty("sun.jnu.encoding");
    String advice =
        encoding.equals("UTF-8")
            ? "put the text into a UTF-8 file, or mend the terminal's character set"
            : "set LC_ALL=C.UTF-8, or start with ./unroll, which does so";
    throw new UserError(
        "%s '%s' cannot be read: the character set of this locale is %s; %s"
            .formatted(what, text, encoding, advice));
  }
}
