package org.unroll.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.app.Sample;

/** A classified text: its classes as shares of one bar, the true one underlined. */
final class TextFigure implements SampleFigure<Sample.Text> {
  static final String HINT =
      "One bar an epoch: its height is the probability of the true class, its colour whether"
          + " the answer was right.";
  private static final int CLASSES = 8; // as many as there are colours

  private final List<Sample.Text> epochs;
  private final List<String> classes;
  private final WeighedText weighed;

  TextFigure(List<Sample.Text> epochs) {
    this.epochs = epochs;
    this.classes = classes(epochs);
    this.weighed =
        new WeighedText(
            epochs.stream()
                .flatMap(sample -> sample.words().stream())
                .mapToDouble(word -> Math.abs(word.weight()))
                .filter(Double::isFinite)
                .max()
                .orElse(0));
  }

  @Override
  public String remark(Sample.Text sample) {
    return sample.right() ? "✓ right" : "✗ wrong";
  }

  @Override
  public List<EpochBar> bars() {
    List<EpochBar> bars = new ArrayList<>();
    for (Sample.Text sample : epochs) {
      String says = sample.predicted() + " " + percent(share(sample, sample.predicted()));
      bars.add(EpochBar.judged(sample.right(), says, share(sample, sample.truth())));
    }
    return bars;
  }

  @Override
  public void addPicture(Html html, Sample.Text sample) {
    addText(html, sample);
    html.raw("<p class=\"truth\">truth: ").element("b", "", sample.truth()).raw("</p>");
    addClasses(html, sample);
  }

  @Override
  public void addAnswer(Html html, Sample.Text sample) {
    addText(html, sample);
    addClasses(html, sample);
  }

  private void addText(Html html, Sample.Text sample) {
    if (sample.words().isEmpty()) {
      html.element("p", "text", sample.text());
    } else {
      weighed.addTo(html, sample.text(), sample.predicted(), sample.words());
    }
  }

  private void addClasses(Html html, Sample.Text sample) {
    addShares(html, sample);
    html.raw("<p class=\"legend\">");
    for (int i = 0; i < classes.size(); i++) {
      String name = classes.get(i);
      html.raw("<span><i class=\"share colour" + (i + 1) + "\"></i>");
      html.element(name.equals(sample.truth()) ? "u" : "span", "", name);
      html.raw(percent(share(sample, name)) + "</span>");
    }
    html.raw("</p>");
  }

  @Override
  public List<String> columns() {
    return List.of("prediction", "probabilities", "of the truth");
  }

  @Override
  public void addCells(Html html, Sample.Text sample) {
    String sign = sample.right() ? "✓ " : "✗ ";
    html.element("td", sample.right() ? "right" : "wrong", sign + sample.predicted());
    html.raw("<td>");
    addShares(html, sample);
    html.raw("</td>").element("td", "", percent(share(sample, sample.truth())));
  }

  private void addShares(Html html, Sample.Text sample) {
    html.raw("<svg class=\"shares\" viewBox=\"0 0 1 1\" preserveAspectRatio=\"none\">");
    double from = 0;
    for (int i = 0; i < classes.size(); i++) {
      double share = share(sample, classes.get(i));
      String place = String.format(Locale.ROOT, "x=\"%.4f\" width=\"%.4f\"", from, share);
      html.raw("<rect class=\"colour" + (i + 1) + "\" height=\"1\" " + place + ">");
      html.element("title", "", classes.get(i) + " " + percent(share)).raw("</rect>");
      if (classes.get(i).equals(sample.truth())) {
        html.raw("<rect class=\"truth\" y=\"0.78\" height=\"0.22\" " + place + "/>");
      }
      from += share;
    }
    html.raw("</svg>");
  }

  /** The true class and those that were likeliest in any epoch, in the order of their names. */
  private static List<String> classes(List<Sample.Text> epochs) {
    Map<String, Double> best = new TreeMap<>();
    for (Sample.Text sample : epochs) {
      sample.probabilities().keySet().forEach(c -> best.merge(c, share(sample, c), Math::max));
    }
    String truth = epochs.get(0).truth();
    if (!truth.isEmpty()) { // else an answer of which none is known
      best.put(truth, Double.MAX_VALUE);
    }
    return best.keySet().stream()
        .sorted(Comparator.comparing(best::get).reversed())
        .limit(CLASSES)
        .sorted()
        .toList();
  }

  private static double share(Sample.Text sample, String name) {
    double share = sample.probabilities().getOrDefault(name, 0.0);
    return Double.isFinite(share) ? share : 0;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
