package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a text in the language of {@link StreamSample}, such as a net writes it. What
 * follows the last line break is cut off, so it is not judged, nor that the last recipe goes on.
 *
 * @param lines how many were judged
 * @param flaws at most one a line
 */
public record StreamCheck(int lines, List<Flaw> flaws) {
  private static final Pattern BEGIN = Pattern.compile("recipe ([a-z]+ [a-z]+) for [0-9]+");
  private static final Pattern END = Pattern.compile("end (.*)");
  private static final Pattern BODY = Pattern.compile("  [a-z].*");

  public StreamCheck {
    flaws = List.copyOf(flaws);
  }

  /** What is wrong with a line. */
  public enum Kind {
    /** A quote is not closed. */
    QUOTE,
    /** A bracket is not closed, or by one of another kind, or was never opened. */
    BRACKET,
    /** What stands between two items belongs to another kind of bracket, or to none. */
    SEPARATOR,
    /** No line of a recipe, or where none may stand: not indented, outside, a recipe in another. */
    PLACE,
    /** A recipe ends that is not the one that began. */
    END
  }

  /**
   * A line that is wrong.
   *
   * @param line its number, from 1
   */
  public record Flaw(int line, Kind kind) {}

  /**
   * @param text from the first line of a recipe on
   */
  public static StreamCheck of(String text) {
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    List<String> lines = whole.lines().toList();
    List<Flaw> flaws = new ArrayList<>();
    String name = ""; // of the recipe that is open
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Kind kind = flaw(line, name);
      if (kind != null) {
        flaws.add(new Flaw(i + 1, kind));
      }
      Matcher begin = BEGIN.matcher(line);
      name = begin.matches() ? begin.group(1) : END.matcher(line).matches() ? "" : name;
    }
    return new StreamCheck(lines.size(), flaws);
  }

  /** Whether all its lines are right. */
  public boolean wellFormed() {
    return flaws.isEmpty();
  }

  /** The share of lines that are right, from 0 to 1; 0 if there is none. */
  public double share() {
    return lines == 0 ? 0 : 1 - (double) flaws.size() / lines;
  }

  /** Null if there is none. */
  private static Kind flaw(String line, String name) {
    Matcher end = END.matcher(line);
    if (end.matches()) {
      return name.isEmpty() || !end.group(1).equals(name) ? Kind.END : null;
    }
    boolean placed = (name.isEmpty() ? BEGIN : BODY).matcher(line).matches();
    return placed ? StreamNesting.flaw(line) : Kind.PLACE;
  }
}
