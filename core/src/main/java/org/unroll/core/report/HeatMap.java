package org.unroll.core.report;

import java.util.List;
import java.util.Locale;
import org.unroll.core.app.Alignment;

/** Where a net looked, as a picture: a row for each word written, a column for each word read. */
final class HeatMap {
  private static final int CELL = 22;
  private static final int CHARACTER = 8;
  private static final int LONGEST = 24;

  private HeatMap() {}

  /** Adds nothing if the net looks nowhere. */
  static void add(Html html, Alignment alignment) {
    if (alignment.weights().isEmpty()) {
      return;
    }
    int left = CHARACTER * longest(alignment.target()) + 10;
    int top = CHARACTER * longest(alignment.source()) + 10;
    int rows = Math.min(alignment.target().size(), alignment.weights().size());
    html.raw(
        String.format(
            Locale.ROOT,
            "<svg class=\"alignment\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                + " font-size=\"13\" role=\"img\""
                + " aria-label=\"where the net looked for each word\">",
            left + CELL * alignment.source().size() + 10,
            top + CELL * rows + 10));
    addSource(html, alignment.source(), left, top);
    for (int row = 0; row < rows; row++) {
      int y = top + CELL * row;
      html.raw(
          String.format(
              Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", left - 5, y + 15));
      html.raw(Html.escape(shortened(alignment.target().get(row))) + "</text>");
      addCells(html, alignment.weights().get(row), left, y);
    }
    html.raw("</svg>");
  }

  private static void addSource(Html html, List<String> words, int left, int top) {
    for (int i = 0; i < words.size(); i++) {
      int x = left + CELL * i + 15;
      html.raw(
          String.format(
              Locale.ROOT, "<text transform=\"translate(%d %d) rotate(-90)\">", x, top - 5));
      html.raw(Html.escape(shortened(words.get(i))) + "</text>");
    }
  }

  private static void addCells(Html html, List<Double> weights, int left, int y) {
    for (int i = 0; i < weights.size(); i++) {
      double weight = Double.isFinite(weights.get(i)) ? weights.get(i) : 0;
      html.raw(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#1c4fa0\""
                  + " fill-opacity=\"%.3f\"><title>%.3f</title></rect>",
              left + CELL * i,
              y,
              CELL - 1,
              CELL - 1,
              weight,
              weight));
    }
  }

  private static int longest(List<String> words) {
    int longest = 1;
    for (String word : words) {
      longest = Math.max(longest, shortened(word).length());
    }
    return longest;
  }

  private static String shortened(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
