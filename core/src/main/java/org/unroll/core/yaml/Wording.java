package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.List;

/** The words of messages: quoting, lists of names, unknown names. */
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
    return NearestName.of(name, known)
        .map(near -> start + "; did you mean '" + near + "'?")
        .orElseGet(
            () ->
                start
                    + (known.isEmpty()
                        ? "; none is known here"
                        : "; known: " + String.join(", ", known)));
  }
}
