package org.unroll.core.report;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.unroll.core.app.Sample;

/** What the net said about fixed validation texts, epoch by epoch, as HTML. */
final class SampleRows {
  private final Html html;

  SampleRows(Html html) {
    this.html = html;
  }

  /**
   * @param examples the samples of each example by epoch
   */
  void add(List<TreeMap<Integer, Sample.Text>> examples) {
    html.raw("<table class=\"samples\"><thead><tr><th>text</th><th>truth</th>");
    html.raw("<th>last answer</th><th>epoch by epoch</th></tr></thead><tbody>");
    for (TreeMap<Integer, Sample.Text> epochs : examples) {
      addText(epochs.lastEntry().getValue(), epochs);
    }
    html.raw("</tbody></table>");
  }

  private void addText(Sample.Text last, TreeMap<Integer, Sample.Text> epochs) {
    html.raw("<tr>");
    html.element("td", "text", last.text());
    html.element("td", "", last.truth());
    html.raw("<td class=\"" + (right(last) ? "right" : "wrong") + "\">");
    html.element("b", "", last.predicted());
    html.element("span", "probability", percent(last, last.predicted()));
    html.raw("</td><td class=\"course\">");
    epochs.forEach(this::addCell);
    html.raw("</td></tr>");
  }

  /** A bar as high as the probability of the truth, coloured by whether the answer was right. */
  private void addCell(int epoch, Sample.Text sample) {
    double probability = sample.probabilities().getOrDefault(sample.truth(), 0.0);
    String title =
        "epoch %d: %s %s".formatted(epoch, sample.predicted(), percent(sample, sample.predicted()));
    html.raw(
        String.format(
            Locale.ROOT,
            "<i class=\"%s\" title=\"%s\"><i style=\"height:%.0f%%\"></i></i>",
            right(sample) ? "right" : "wrong",
            Html.escape(title),
            100 * Math.max(0.04, Math.min(1, probability))));
  }

  private static boolean right(Sample.Text sample) {
    return sample.truth().equals(sample.predicted());
  }

  private static String percent(Sample.Text sample, String name) {
    double probability = sample.probabilities().getOrDefault(name, 0.0);
    return String.format(Locale.ROOT, "%.0f %%", 100 * probability);
  }
}
