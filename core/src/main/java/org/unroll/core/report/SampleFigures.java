package org.unroll.core.report;

import java.util.List;
import java.util.Map;
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
  private int left = Integer.MAX_VALUE; // boxes still to draw

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

  /** The same of the first examples alone. */
  static void addFirst(Html html, RunRecords run, int examples) {
    SampleFigures figures = new SampleFigures(html, run, Map.of(), false);
    figures.left = examples;
    figures.addAll();
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
    List<List<S>> examples = run.samplesOf(kind.sample());
    if (!examples.isEmpty() && left > 0) {
      boolean bars = !kind.figure().apply(examples.get(0)).bars().isEmpty();
      html.element("p", "hint", kind.hint() + (choice && bars ? " A click shows that epoch." : ""));
      html.raw("<div class=\"samples\">");
      for (List<S> epochs : examples.subList(0, Math.min(left, examples.size()))) {
        addBox(kind.figure().apply(epochs), epochs);
      }
      html.raw("</div>");
      left -= Math.min(left, examples.size());
    }
  }

  private <S extends Sample> void addBox(SampleFigure<S> figure, List<S> epochs) {
    int at = shown(epochs);
    S shown = epochs.get(at);
    List<EpochBar> bars = figure.bars();
    html.raw("<article class=\"sample\"><h3>Example " + (shown.example() + 1));
    html.element("span", bars.isEmpty() ? "plain" : bars.get(at).mark(), figure.remark(shown));
    html.raw("</h3>");
    figure.addPicture(html, shown);
    if (!bars.isEmpty()) {
      html.raw("<div class=\"epochs\">").element("span", "", name(shown, bars.get(at)));
      html.raw("<div class=\"bars\">");
      for (int i = 0; i < bars.size(); i++) {
        addBar(epochs.get(i), bars.get(i), i == at);
      }
      html.raw("</div></div>");
    }
    addTable(figure, epochs, shown);
    html.raw("</article>");
  }

  /** The place of the epoch that is chosen, or of the one before where that has none. */
  private int shown(List<? extends Sample> epochs) {
    int at = epochs.size() - 1;
    Integer epoch = chosen.get(epochs.get(at).example());
    while (epoch != null && at > 0 && epochs.get(at).epoch() > epoch) {
      at--;
    }
    return at;
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
  private <S extends Sample> void addTable(SampleFigure<S> figure, List<S> epochs, S shown) {
    if (figure.columns().isEmpty()) {
      return;
    }
    html.raw("<details id=\"epochs-" + shown.example() + "\"><summary>epoch by epoch</summary>");
    html.raw("<table><thead><tr>").element("th", "number", "epoch");
    figure.columns().forEach(column -> html.element("th", "", column));
    html.raw("</tr></thead><tbody>");
    for (int i = epochs.size() - 1; i >= 0; i--) {
      S sample = epochs.get(i);
      html.raw(sample == shown ? "<tr class=\"shown\">" : "<tr>");
      html.element("td", "number", String.valueOf(sample.epoch()));
      figure.addCells(html, sample);
      html.raw("</tr>");
    }
    html.raw("</tbody></table></details>");
  }
}
