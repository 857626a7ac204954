package org.unroll.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.unroll.core.app.Sample;

/** A text with any number of labels: a bar a label, those in the data underlined. */
final class LabelsFigure implements SampleFigure<Sample.Labels> {
  static final String HINT =
      "A bar a label: its probability, in colour if it is said to hold; the labels in the data are"
          + " underlined. Then a bar an epoch: its height is the F1 of that epoch's labels, its colour"
          + " whether they are those of the data.";
  private static final int LABELS = 8;

  private final List<Sample.Labels> epochs;
  private final List<String> labels;

  LabelsFigure(List<Sample.Labels> epochs) {
    this.epochs = epochs;
    this.labels = labels(epochs);
  }

  @Override
  public String remark(Sample.Labels sample) {
    return sample.right() ? "✓ right" : "✗ wrong";
  }

  @Override
  public List<EpochBar> bars() {
    List<EpochBar> bars = new ArrayList<>();
    for (Sample.Labels sample : epochs) {
      bars.add(EpochBar.judged(sample.right(), told(sample.predicted()), f1(sample)));
    }
    return bars;
  }

  /** Of two empty sets 1. */
  private static double f1(Sample.Labels sample) {
    Set<String> both = new HashSet<>(sample.truth());
    both.retainAll(sample.predicted());
    int all = sample.truth().size() + sample.predicted().size();
    return all == 0 ? 1 : 2.0 * both.size() / all;
  }

  private static String told(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  @Override
  public void addPicture(Html html, Sample.Labels sample) {
    html.element("p", "text", sample.text());
    html.raw("<p class=\"truth\">truth: ").element("b", "", told(sample.truth())).raw("</p>");
    addLabels(html, sample);
  }

  @Override
  public void addAnswer(Html html, Sample.Labels sample) {
    html.element("p", "text", sample.text());
    addLabels(html, sample);
  }

  private void addLabels(Html html, Sample.Labels sample) {
    html.raw("<table class=\"labels\"><tbody>");
    for (String name : labels) {
      html.raw("<tr><th scope=\"row\">");
      html.element(sample.truth().contains(name) ? "u" : "span", "", name).raw("</th><td>");
      addBar(html, share(sample, name), sample.predicted().contains(name));
      html.raw("</td>").element("td", "number", percent(share(sample, name))).raw("</tr>");
    }
    html.raw("</tbody></table>");
  }

  private static void addBar(Html html, double share, boolean said) {
    html.raw("<svg class=\"shares\" viewBox=\"0 0 1 1\" preserveAspectRatio=\"none\">");
    String place = String.format(Locale.ROOT, "width=\"%.4f\"", share);
    html.raw("<rect class=\"" + (said ? "colour1" : "unsaid") + "\" height=\"1\" " + place + "/>");
    html.raw("</svg>");
  }

  @Override
  public List<String> columns() {
    return List.of("labels");
  }

  @Override
  public void addCells(Html html, Sample.Labels sample) {
    html.element("td", sample.right() ? "right" : "wrong", told(sample.predicted()));
  }

  /** Those in the data and those that were likeliest in any epoch, in the order of their names. */
  private static List<String> labels(List<Sample.Labels> epochs) {
    Map<String, Double> best = new TreeMap<>();
    for (Sample.Labels sample : epochs) {
      sample.probabilities().keySet().forEach(l -> best.merge(l, share(sample, l), Math::max));
    }
    epochs.get(0).truth().forEach(name -> best.put(name, 2.0)); // before all others
    return best.keySet().stream()
        .sorted(Comparator.comparing(best::get).reversed())
        .limit(LABELS)
        .sorted()
        .toList();
  }

  private static double share(Sample.Labels sample, String name) {
    double share = sample.probabilities().getOrDefault(name, 0.0);
    return Double.isFinite(share) ? share : 0;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
