package org.unroll.core.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.app.Sample;

/**
 * What the net says about the fixed validation examples: a box each with the picture of one epoch
 * and a bar for every epoch. Not thread-safe.
 */
final class SampleFigures {
  private final Html html;
  private final RunRecords run;
  private final Map<Integer, Integer> chosen;
  private final boolean choice;

  private SampleFigures(Html html, RunRecords run, Map<Integer, Integer> chosen, boolean choice) {
    this.html = html;
    this.run = run;
    this.chosen = chosen;
    this.choice = choice;
  }

  /** For paper: the last epoch of each example. */
  static void add(Html html, RunRecords run) {
    new SampleFigures(html, run, Map.of(), false).addAll();
  }

  /**
   * For a page whose script answers a click on a bar.
   *
   * @param chosen example to the epoch to draw; the last one where there is none
   */
  static void addWithChoice(Html html, RunRecords run, Map<Integer, Integer> chosen) {
    new SampleFigures(html, run, chosen, true).addAll();
  }

  private void addAll() {
    SampleFigure.KINDS.forEach(this::addKind);
  }

  private <S extends Sample> void addKind(SampleFigure.Kind<S> kind) {
    List<TreeMap<Integer, S>> examples = run.samplesOf(kind.sample());
    if (!examples.isEmpty()) {
      html.element("p", "hint", kind.hint() + (choice ? " A click shows that epoch." : ""));
      html.raw("<div class=\"samples\">");
      for (TreeMap<Integer, S> epochs : examples) {
        addBox(kind.figure().apply(List.copyOf(epochs.values())), epochs);
      }
      html.raw("</div>");
    }
  }

  private <S extends Sample> void addBox(SampleFigure<S> figure, TreeMap<Integer, S> epochs) {
    S last = epochs.lastEntry().getValue();
    S shown = epochs.getOrDefault(chosen.getOrDefault(last.example(), last.epoch()), last);
    List<EpochBar> bars = figure.bars();
    EpochBar bar = bars.get(epochs.headMap(shown.epoch()).size());
    html.raw("<article class=\"sample\"><h3>Example " + (last.example() + 1));
    html.element("span", bar.mark(), figure.remark(shown)).raw("</h3>");
    figure.addPicture(html, shown);
    html.raw("<div class=\"epochs\">").element("span", "", name(shown, bar));
    html.raw("<div class=\"bars\">");
    int index = 0;
    for (S sample : epochs.values()) {
      addBar(sample, bars.get(index++), sample == shown);
    }
    html.raw("</div></div>");
    addTable(figure, epochs, shown);
    html.raw("</article>");
  }

  private static String name(Sample sample, EpochBar bar) {
    return "epoch " + sample.epoch() + ": " + bar.says();
  }

  private void addBar(Sample sample, EpochBar bar, boolean shown) {
    String name = Html.escape(name(sample, bar));
    String tag = choice ? "button" : "i";
    html.raw("<" + tag + " title=\"" + name + "\" class=\"" + bar.mark() + "\"");
    if (choice) {
      String id = sample.example() + "-" + sample.epoch();
      html.raw("type=\"button\" id=\"epoch-" + id + "\" aria-label=\"" + name + "\"");
      html.raw("data-example=\"" + sample.example() + "\" data-epoch=\"" + sample.epoch() + "\"");
    }
    html.raw((choice ? "aria-pressed" : "data-shown") + "=\"" + shown + "\">");
    long height = bar.percent();
    html.raw("<svg viewBox=\"0 0 1 100\" preserveAspectRatio=\"none\">");
    html.raw("<rect width=\"1\" y=\"" + (100 - height) + "\" height=\"" + height + "\"/></svg>");
    html.raw("</" + tag + ">");
  }

  /** The latest epoch first. */
  private <S extends Sample> void addTable(
      SampleFigure<S> figure, TreeMap<Integer, S> epochs, S shown) {
    if (figure.columns().isEmpty()) {
      return;
    }
    html.raw("<details id=\"epochs-" + shown.example() + "\"><summary>epoch by epoch</summary>");
    html.raw("<table><thead><tr>").element("th", "number", "epoch");
    figure.columns().forEach(column -> html.element("th", "", column));
    html.raw("</tr></thead><tbody>");
    for (S sample : epochs.descendingMap().values()) {
      html.raw(sample == shown ? "<tr class=\"shown\">" : "<tr>");
      html.element("td", "number", String.valueOf(sample.epoch()));
      figure.addCells(html, sample);
      html.raw("</tr>");
    }
    html.raw("</tbody></table></details>");
  }
}
