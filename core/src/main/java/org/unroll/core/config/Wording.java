package org.unroll.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of messages: quoting, lists of names, the nearest known name. */
final class Wording {
  private static final int LONGEST_QUOTE = 60;

  private Wording() {}

  /** The text in quotes, on one line and not too long. */
  static String quote(String text) {
    StringBuilder shown = new StringBuilder("'");
    for (int i = 0; i < text.length() && i < LONGEST_QUOTE; i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
    }
    return shown.append(text.length() > LONGEST_QUOTE ? "…'" : "'").toString();
  }

  /** {@code 'a', 'b' or 'c'}. */
  static String list(List<String> names, String lastWord) {
    List<String> quoted = new ArrayList<>();
    for (String name : names) {
      quoted.add("'" + name + "'");
    }
    if (quoted.size() < 2) {
      return String.join("", quoted);
    }
    String last = quoted.remove(quoted.size() - 1);
    return String.join(", ", quoted) + " " + lastWord + " " + last;
  }

  /** {@code unknown layer 'ltsm'; did you mean 'lstm'?}, or all known names if none is near. */
  static String unknown(String what, String name, List<String> known) {
    String start = "unknown " + what + " " + quote(name);
    return nearest(name, known)
        .map(near -> start + "; did you mean '" + near + "'?")
        .orElseGet(
            () ->
                start
                    + (known.isEmpty()
                        ? "; none is known here"
                        : "; known: " + String.join(", ", known)));
  }

  /** The known name with the fewest edits, if about two thirds of its letters are right. */
  static Optional<String> nearest(String name, List<String> known) {
    Optional<String> best = Optional.empty();
    int fewest = (Math.min(name.length(), LONGEST_QUOTE) + 2) / 3 + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - name.length()) >= fewest) {
        continue;
      }
      int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest && edits < candidate.length()) {
        fewest = edits;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /**
   * Edit distance in which swapping two neighbours counts once (optimal string alignment, Damerau
   * 1964).
   */
  static int edits(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int insertOrDelete = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        distance[i][j] = Math.min(distance[i - 1][j - 1] + change, insertOrDelete);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
        }
      }
    }
    return distance[a.length()][b.length()];
  }
}
