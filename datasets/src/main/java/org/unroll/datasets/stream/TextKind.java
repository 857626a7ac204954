package org.unroll.datasets.stream;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a text plainly is. */
public enum TextKind {
  CODE,
  TEX,
  PROSE;

  private static final int LOOKED_AT = 200_000; // characters, around the middle
  private static final Pattern COMMAND = Pattern.compile("\\\\[a-zA-Z]{2,}");

  /** Empty if it could be anything. */
  public static Optional<TextKind> of(CharSequence text) {
    int from = Math.max(0, (text.length() - LOOKED_AT) / 2);
    String part = text.subSequence(from, Math.min(text.length(), from + LOOKED_AT)).toString();
    if (isTex(part)) {
      return Optional.of(TEX);
    }
    return isCode(part) ? Optional.of(CODE) : isProse(part) ? Optional.of(PROSE) : Optional.empty();
  }

  /** What it is called in a sentence. */
  public String inWords() {
    return this == TEX ? "TeX" : name().toLowerCase(Locale.ROOT);
  }

  private static boolean isTex(String text) {
    long commands = COMMAND.matcher(text).results().count();
    return text.contains("\\begin{") && commands * 200 > text.length();
  }

  /** One line in four ends in a brace or a semicolon, one in ten in the latter. */
  private static boolean isCode(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    long statements = lines.stream().filter(line -> line.endsWith(";")).count();
    long blocks = lines.stream().filter(line -> line.endsWith("{") || line.endsWith("}")).count();
    return blocks > 0 && 4 * (statements + blocks) > lines.size() && 10 * statements > lines.size();
  }

  /** Nearly all but the blanks are letters, with some marks between them. */
  private static boolean isProse(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long blanks = text.codePoints().filter(Character::isWhitespace).count();
    long marks = text.codePoints().filter(c -> ".,;:!?。，、！？".indexOf(c) >= 0).count();
    return letters > 0.88 * (text.length() - blanks) && 100 * marks > text.length();
  }
}
