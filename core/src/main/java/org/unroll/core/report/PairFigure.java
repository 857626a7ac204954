package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.ChrF;
import org.unroll.core.metric.Scale;

/**
 * A sentence, what the net made of it and what the data says, as rows of words; where it looked.
 */
final class PairFigure implements SampleFigure<Sample.Pair> {
  static final String HINT =
      "The output, the reference below it. Then a bar an epoch: its height is the"
          + " chrF of that epoch's output, its colour whether it was the reference.";

  private final List<Sample.Pair> epochs;

  PairFigure(List<Sample.Pair> epochs) {
    this.epochs = epochs;
  }

  @Override
  public String remark(Sample.Pair sample) {
    return sample.right() ? "✓ right" : "✗ wrong";
  }

  @Override
  public List<EpochBar> bars() {
    List<EpochBar> bars = new ArrayList<>();
    for (Sample.Pair sample : epochs) {
      double chrf = ChrF.scoreSingle(List.of(sample.predicted()), List.of(sample.truth()));
      String says = "chrf " + Scale.OPEN.text(chrf);
      bars.add(EpochBar.judged(sample.right(), says, chrf / 100));
    }
    return bars;
  }

  @Override
  public void addPicture(Html html, Sample.Pair sample) {
    html.raw("<table class=\"words\"><tbody>");
    addWords(html, "", "source", sample.text());
    addWords(html, sample.right() ? "right" : "wrong", "output", sample.predicted());
    addWords(html, "", "reference", sample.truth());
    html.raw("</tbody></table>");
    HeatMap.add(html, sample.alignment());
  }

  @Override
  public void addAnswer(Html html, Sample.Pair sample) {
    html.raw("<table class=\"words\"><tbody>");
    addWords(html, "", "source", sample.text());
    addWords(html, "", "output", sample.predicted());
    html.raw("</tbody></table>");
    HeatMap.add(html, sample.alignment());
  }

  private static void addWords(Html html, String mark, String name, String sentence) {
    html.raw("<tr class=\"" + mark + "\"><th scope=\"row\">" + name + "</th><td>");
    for (String word : sentence.strip().split("\\s+")) {
      html.element("span", "word", word);
    }
    html.raw("</td></tr>");
  }

  @Override
  public List<String> columns() {
    return List.of("output");
  }

  @Override
  public void addCells(Html html, Sample.Pair sample) {
    html.element("td", sample.right() ? "right" : "", sample.predicted());
  }
}
