package org.unroll.core.report;

import java.util.List;
import java.util.Locale;
import org.unroll.core.app.WeighedWord;

/**
 * A text whose words have the colour of what an answer owes to them: blue with a line below for
 * those that speak for it, orange with dots below for those against.
 */
final class WeighedText {
  private static final int STEPS = 6; // of the strengths in figures.css: dark text stays legible
  private static final double LEAST = 0.05; // as strong as it gets where all words weigh less

  private final double strongest;

  /**
   * @param strongest weight of any word in any epoch, so that the pictures of all have one scale
   */
  WeighedText(double strongest) {
    this.strongest = Math.max(LEAST, strongest);
  }

  /** Words that are not found in the text are left out. */
  void addTo(Html html, String text, String answer, List<WeighedWord> words) {
    StringBuilder markup = new StringBuilder("<p class=\"text weighed\">");
    int from = 0;
    for (WeighedWord word : words) {
      int at = text.indexOf(word.word(), from);
      if (at >= 0) {
        markup.append(Html.escape(text.substring(from, at))).append(span(word, answer));
        from = at + word.word().length();
      }
    }
    html.raw(markup.append(Html.escape(text.substring(from))).append("</p>").toString());
    html.raw("<p class=\"legend weighed\"><span>words that speak</span>");
    html.raw("<span><b class=\"above4\">for</b> and</span> <span><b class=\"below4\">against</b>");
    html.raw(" the answer " + Html.escape(answer) + "</span></p>");
  }

  private String span(WeighedWord word, String answer) {
    String shown = Html.escape(word.word());
    int strength = strength(word.weight());
    if (strength == 0) {
      return shown;
    }
    String title =
        String.format(
            Locale.ROOT,
            "without it the probability of %s is %.3f %s",
            answer,
            Math.abs(word.weight()),
            word.weight() > 0 ? "lower" : "higher");
    String css = (strength < 0 ? "below" : "above") + Math.abs(strength);
    return "<span class=\"%s\" title=\"%s\">%s</span>".formatted(css, Html.escape(title), shown);
  }

  private int strength(double weight) {
    double share = Double.isFinite(weight) ? weight / strongest : 0;
    return (int) Math.round(STEPS * Math.max(-1, Math.min(1, share)));
  }
}
