package org.unroll.datasets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.yaml.Doc;

/** Cuts a text into words. Pure, thread-safe. */
@Doc("How a text is cut into words.")
public enum Tokenizer {
  /**
   * Lower-cased words and punctuation marks, as in the Penn Treebank: {@code "Don't!"} is {@code
   * do, n't, !}. A text that is already tokenised stays as it is, but for case, typographic and
   * treebank quotation marks, and HTML line breaks. Han characters, which know no spaces, stand one
   * by one.
   */
  WORD {
    @Override
    public List<String> tokenize(String text) {
      String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
      plain = QUOTE.matcher(BREAK.matcher(plain).replaceAll(" ")).replaceAll("\"");
      return WordScan.tokens(plain, TOKEN);
    }
  },

  /**
   * Lower-cased words of letters, digits and apostrophes inside; whatever else stands in the text
   * parts them and is left out. Endings such as {@code 's} that stand apart stay as they are.
   */
  PLAIN {
    @Override
    public List<String> tokenize(String text) {
      String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
      List<String> words = new ArrayList<>();
      Matcher matcher = PLAIN_WORD.matcher(plain);
      while (matcher.find()) {
        words.add(matcher.group());
      }
      return words;
    }
  },

  /** What stands between white space, unchanged. */
  WHITESPACE {
    @Override
    public List<String> tokenize(String text) {
      String stripped = text.strip();
      return stripped.isEmpty() ? List.of() : List.of(SPACE.split(stripped));
    }
  },

  /** One word for each character (Unicode code point), white space included, unchanged. */
  CHAR {
    @Override
    public List<String> tokenize(String text) {
      List<String> characters = new ArrayList<>();
      text.codePoints().forEach(point -> characters.add(Character.toString(point)));
      return characters;
    }
  };

  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>");
  private static final Pattern QUOTE = Pattern.compile("``|''|[“”„«»]");
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]";

  private static final Pattern PLAIN_WORD =
      Pattern.compile(
          String.join(
              "|",
              "(?<!" + LETTER + ")'(?:s|m|d|t|re|ve|ll|em)(?!" + LETTER + ")",
              LETTER + "+(?:'" + LETTER + "+){0,30}",
              "\\p{IsHan}"));

  /** First match wins. Groups repeat 30 times at most: each takes room on the stack. */
  static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "n't(?!" + LETTER + ")", // the second half of don't
              "'(?:s|m|d|re|ve|ll|em)(?!" + LETTER + ")", // of it's, I'm, he'd, they're, …
              "(?:mr|mrs|ms|dr|st|jr|sr|vs|prof)\\.", // abbreviations keep their point
              "\\p{L}(?:\\.\\p{L}){1,30}\\.?(?!" + LETTER + ")", // u.s.
              "[.,]?\\p{N}+(?:[.,:/]\\p{N}+){0,30}"
                  + LETTER
                  + "*(?:-"
                  + LETTER
                  + "+){0,30}", // 3.5, 1930s
              LETTER + "+?(?=n't(?!" + LETTER + "))", // the first half of don't
              LETTER
                  + "+(?:(?:[-/]|'(?!(?:s|m|d|re|ve|ll|em)(?!"
                  + LETTER
                  + ")))"
                  + LETTER
                  + "+(?<!n't)){0,30}", // cutting-room, o'brien
              "\\.{2,}", // …
              "-{2,}",
              "\\p{IsHan}",
              "[^\\s\\p{Z}]\\p{M}*")); // any other mark or sign, one by one

  /** The words of a text in order; none if the text is blank. */
  public abstract List<String> tokenize(String text);
}
