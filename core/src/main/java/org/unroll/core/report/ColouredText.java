package org.unroll.core.report;

import java.util.List;
import org.unroll.core.OneLine;

/**
 * A text whose symbols have colours: blue for −1, none for 0, red for 1. There are {@value #STEPS}
 * strengths of each colour, and neighbours of one colour share an element.
 */
final class ColouredText {
  private static final int STEPS = 10;

  private final StringBuilder markup = new StringBuilder();

  private ColouredText() {}

  /**
   * @param values one a symbol; what is no number has no colour
   */
  static String of(List<String> symbols, List<Double> values) {
    ColouredText text = new ColouredText();
    int from = 0;
    for (int i = 1; i <= symbols.size(); i++) {
      if (i == symbols.size() || strength(values.get(i)) != strength(values.get(from))) {
        text.add(symbols.subList(from, i), strength(values.get(from)));
        from = i;
      }
    }
    return text.markup.toString();
  }

  private static int strength(Double value) {
    if (value == null || value.isNaN()) {
      return 0;
    }
    return (int) Math.round(STEPS * Math.max(-1, Math.min(1, value)));
  }

  /** The end of a line is a symbol as others are, and has its colour too. */
  private void add(List<String> symbols, int strength) {
    String text = Html.escape(OneLine.lines(String.join("", symbols)));
    String shown = text.replace("\n", "<i>⏎</i>\n");
    if (strength == 0) {
      markup.append(shown);
    } else {
      String css = (strength < 0 ? "below" : "above") + Math.abs(strength);
      markup.append("<span class=\"").append(css).append("\">").append(shown).append("</span>");
    }
  }
}
