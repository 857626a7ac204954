package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a caption that are scored: runs of lower-cased letters, digits and apostrophes.
 * Everything else splits and is left out, so that a full stop scores nothing: {@code "A man's
 * T-shirt ."} is {@code a, man's, t, shirt}. Apostrophes alone are quotation marks and no word; Han
 * characters, which know no spaces, stand one by one. Pure, thread-safe.
 */
public final class CaptionWords {
  private static final String LETTER = "\\p{L}\\p{M}\\p{N}";
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{IsHan}|'*+[" + LETTER + "&&[^\\p{IsHan}]]['" + LETTER + "&&[^\\p{IsHan}]]*+");

  private CaptionWords() {}

  /** In order; none if there is no letter and no digit. */
  public static List<String> of(String caption) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(caption.toLowerCase(Locale.ROOT).replace('’', '\''));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
