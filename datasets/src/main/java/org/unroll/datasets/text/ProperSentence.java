package org.unroll.datasets.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words and marks between spaces as a sentence that people would write: marks beside their words,
 * quotes around theirs, a capital at the start. Capitals of names are not known to it.
 */
public final class ProperSentence {
  private static final Pattern BEFORE =
      Pattern.compile("\\s+([.,!?;:%)\\]}]|\\.{2,})(?=[\\s\"')\\]]|$)");
  private static final Pattern AFTER = Pattern.compile("(^|\\s)([(\\[{¿¡])\\s+");
  private static final Pattern QUOTED = Pattern.compile("\"\\s*(.*?)\\s*\"");
  private static final Pattern SHORTENED = Pattern.compile("\\s+('\\p{L}+|n't)(?=[\\s.,!?]|$)");
  private static final Pattern ELIDED = Pattern.compile("(?<=(^|\\s)\\p{L}{1,2}')\\s+(?=\\p{L})");
  private static final Pattern LONE = Pattern.compile("\\s+'\\s+(?=s\\b)");
  private static final Pattern FIRST = Pattern.compile("(^[^\\p{L}\\p{N}]*|[.!?]\\s+)(\\p{Ll})");

  private ProperSentence() {}

  public static String of(String words) {
    String text = SentenceForm.unescaped(words).strip();
    text = LONE.matcher(text).replaceAll("'");
    text = QUOTED.matcher(text).replaceAll("\"$1\"");
    text = SHORTENED.matcher(text).replaceAll("$1");
    text = ELIDED.matcher(text).replaceAll("");
    text = AFTER.matcher(text).replaceAll("$1$2");
    text = BEFORE.matcher(text).replaceAll("$1");
    return FIRST.matcher(text).replaceAll(ProperSentence::capital);
  }

  private static String capital(MatchResult first) {
    return Matcher.quoteReplacement(first.group(1) + first.group(2).toUpperCase(Locale.ROOT));
  }
}
