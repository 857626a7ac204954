package org.unroll.datasets.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings sentences as people write them to the form of published translations: lower-cased, with
 * spaces between words and marks, much as the tokeniser of Moses leaves them. A sentence whose
 * marks stand apart already stays as it is. Immutable and thread-safe.
 *
 * @param lowerCase whether capitals become small letters
 * @param tokenise whether marks are parted from words
 */
public record SentenceForm(boolean lowerCase, boolean tokenise) {
  private static final Pattern ENTITY = Pattern.compile("&(apos|quot|amp|lt|gt);");
  private static final Pattern ATTACHED = Pattern.compile("[\\p{L}\\p{N}][.,!?;:](\\s|$)");
  private static final Pattern APART = Pattern.compile("\\s[.,!?;:](\\s|$)");
  private static final Pattern MARK = Pattern.compile("([^\\p{L}\\p{M}\\p{N}\\s.,'`\\-&;])");
  private static final Pattern SEMICOLON = Pattern.compile("(?<!&(apos|quot|amp|lt|gt));");
  private static final Pattern AMPERSAND = Pattern.compile("&(?!(apos|quot|amp|lt|gt);)");
  private static final Pattern COMMA = Pattern.compile("(?<!\\p{N}),|,(?!\\p{N})");
  private static final Pattern DOTS = Pattern.compile("\\.{2,}");
  private static final Pattern LAST_POINT = Pattern.compile("(?<=[^\\s.])\\.(?=[\\s\"')\\]]*$)");
  private static final Pattern POINT =
      Pattern.compile("(?<=\\p{L}{3})\\.(?=\\s+(?:[\"')\\]]\\s+)*\\p{Lu})");
  private static final Pattern INNER = Pattern.compile("(?<=[\\p{L}\\p{N}])'(?=\\p{L})");
  private static final Pattern OUTER = Pattern.compile("(?<!\\p{L}|\\s)'|'(?!\\p{L})");

  /** Whether marks follow words without a space. */
  public static boolean isAttached(String text) {
    return ATTACHED.matcher(text).find();
  }

  /** Whether marks stand apart from words. */
  public static boolean isApart(String text) {
    return APART.matcher(text).find() && !isAttached(text);
  }

  /**
   * @param escaped whether quotes and apostrophes are written as {@code &quot;} and {@code &apos;}
   */
  public String of(String text, boolean escaped) {
    String words = tokenise && !isApart(text) ? tokenised(text, escaped) : text;
    return lowerCase ? words.toLowerCase(Locale.ROOT) : words;
  }

  private static String tokenised(String text, boolean escaped) {
    String line = plain(text);
    line = MARK.matcher(line).replaceAll(" $1 ");
    line = SEMICOLON.matcher(line).replaceAll(" ; ");
    line = AMPERSAND.matcher(line).replaceAll(" & ");
    line = COMMA.matcher(line).replaceAll(" , ");
    line = DOTS.matcher(line).replaceAll(" $0 ");
    line = LAST_POINT.matcher(line).replaceAll(" .");
    line = POINT.matcher(line).replaceAll(" .");
    line = OUTER.matcher(line).replaceAll(" ' ");
    line = INNER.matcher(line).replaceAll(" '");
    line = line.strip().replaceAll("\\s+", " ");
    return escaped || ENTITY.matcher(text).find() ? escaped(line) : line;
  }

  private static String plain(String text) {
    return unescaped(text)
        .replace('’', '\'')
        .replace('‘', '\'')
        .replaceAll("[“”„«»]", "\"")
        .replace('–', '-')
        .replace("…", "...");
  }

  private static String escaped(String line) {
    String plain = AMPERSAND.matcher(line).replaceAll(Matcher.quoteReplacement("&amp;"));
    return plain
        .replace("'", "&apos;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** With the signs that {@code &apos;} and the like stand for. */
  static String unescaped(String text) {
    return text.replace("&apos;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
