package org.unroll.datasets.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unroll.core.OneLine;
import org.unroll.core.data.LineEnds;

/**
 * What the characters of a text tell of it.
 *
 * @param counts of each different character
 * @param characters in all
 * @param lines as wc counts them, and the last one if nothing ends it
 * @param returns lines that end in CRLF
 * @param kind what it plainly is
 * @param middle where an excerpt begins
 */
public record StreamSketch(
    Map<Integer, Long> counts,
    long characters,
    long lines,
    long returns,
    Optional<TextKind> kind,
    String middle) {
  private static final int EXCERPT = 400;
  private static final int LONGER = 20;

  public static StreamSketch of(CharSequence text) {
    long[] counts = new long[Character.MAX_CODE_POINT + 1];
    LineEnds ends = new LineEnds("");
    long returns = 0;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      ends.add(each);
      returns += each == '\n' && i > 0 && text.charAt(i - 1) == '\r' ? 1 : 0;
    }
    text.codePoints().forEach(each -> counts[each]++);
    boolean open = !text.isEmpty() && "\r\n".indexOf(text.charAt(text.length() - 1)) < 0;
    Map<Integer, Long> found = new TreeMap<>();
    long characters = 0;
    for (int each = 0; each < counts.length; each++) {
      characters += counts[each];
      if (counts[each] > 0) {
        found.put(each, counts[each]);
      }
    }
    long lines = ends.line() - (open ? 0 : 1);
    return new StreamSketch(found, characters, lines, returns, TextKind.of(text), middle(text));
  }

  /** From the beginning of a line on, if one begins there. */
  private static String middle(CharSequence text) {
    int half = text.length() / 2;
    String behind = text.subSequence(half, Math.min(text.length(), half + 2 * EXCERPT)).toString();
    int line = behind.indexOf('\n') + 1;
    int from = line > 0 && line < Math.min(behind.length(), EXCERPT) ? line : 0;
    boolean halved = half + from > 0 && from < behind.length();
    int whole = halved && Character.isLowSurrogate(behind.charAt(from)) ? from + 1 : from;
    return behind.substring(whole, Math.min(behind.length(), whole + EXCERPT)).strip();
  }

  /** Different characters. */
  public int different() {
    return counts.size();
  }

  /** Bytes of UTF-8. */
  public long bytes() {
    return counts.entrySet().stream()
        .mapToLong(
            each -> each.getValue() * Character.toString(each.getKey()).getBytes(UTF_8).length)
        .sum();
  }

  /** The first characters of the middle, on one line. */
  public String excerpt(int most) {
    int end =
        middle.offsetByCodePoints(0, Math.min(most, middle.codePointCount(0, middle.length())));
    return OneLine.of(middle.substring(0, end)) + (end < middle.length() ? "…" : "");
  }

  /** The characters that stand there fewest times, the rarest first. */
  public List<Integer> rarest(int most) {
    return byCount(Comparator.naturalOrder()).subList(0, Math.min(most, different()));
  }

  /** The share of the text that its most frequent characters make up. */
  public double share(int different) {
    long sum = 0;
    for (int each :
        byCount(Collections.reverseOrder()).subList(0, Math.min(different, different()))) {
      sum += counts.get(each);
    }
    return characters == 0 ? 1 : (double) sum / characters;
  }

  private List<Integer> byCount(Comparator<Long> order) {
    List<Integer> all = new ArrayList<>(counts.keySet());
    all.sort(Comparator.comparing(counts::get, order));
    return all;
  }

  /** Of another text: how often there is a character that does not stand in this one. */
  public long unknownIn(StreamSketch other) {
    return other.counts.entrySet().stream()
        .filter(each -> !counts.containsKey(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The share of a text's longer lines that stand in another one. */
  public static double repeated(CharSequence before, CharSequence text) {
    Set<String> known =
        before.toString().lines().filter(StreamSketch::isLonger).collect(Collectors.toSet());
    List<String> lines = text.toString().lines().filter(StreamSketch::isLonger).toList();
    long again = lines.stream().filter(known::contains).count();
    return lines.isEmpty() ? 0 : (double) again / lines.size();
  }

  /** Shorter ones are alike by chance. */
  private static boolean isLonger(String line) {
    return line.length() >= LONGER;
  }
}
