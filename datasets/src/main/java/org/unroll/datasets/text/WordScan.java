package org.unroll.datasets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tokens of {@link Tokenizer#WORD}. Most of a text are runs of plain letters and single
 * marks, for which a look at the next character says as much as the pattern does in ten times as
 * long; all else is left to the pattern.
 */
final class WordScan {
  private static final String BEHIND_WORDS = " ,!?;:\")"; // no word goes on with these
  private static final String MARKS = ".,!?;:\"()"; // no number follows
  private static final int LONGEST_ABBREVIATION = 4; // prof.

  private WordScan() {}

  /**
   * @param text in lower case
   * @param token what is found where no short cut holds
   */
  static List<String> tokens(String text, Pattern token) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = token.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int end = plainEnd(text, at);
      if (end > at) {
        tokens.add(text.substring(at, end));
        at = end;
      } else if (text.charAt(at) == ' ') {
        at++;
      } else if (matcher.find(at)) {
        tokens.add(matcher.group());
        at = matcher.end();
      } else {
        at = text.length();
      }
    }
    return tokens;
  }

  /** Where the token ends that begins here; here if that is not seen at once. */
  private static int plainEnd(String text, int at) {
    int end = at;
    while (text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      if (++end == text.length()) {
        return end;
      }
    }
    if (end == at) {
      boolean mark = MARKS.indexOf(text.charAt(at)) >= 0;
      return mark && isSpaceOrEnd(text, at + 1) ? at + 1 : at;
    }
    boolean whole =
        BEHIND_WORDS.indexOf(text.charAt(end)) >= 0
            || text.charAt(end) == '.'
                && end - at > LONGEST_ABBREVIATION
                && isSpaceOrEnd(text, end + 1);
    return whole ? end : at;
  }

  private static boolean isSpaceOrEnd(String text, int at) {
    return at == text.length() || text.charAt(at) == ' ';
  }
}
