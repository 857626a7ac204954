package org.unroll.core.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.app.Sample;

/** What the net made of the fixed validation sentences, epoch by epoch, as HTML. */
final class PairRows {
  private final Html html;

  PairRows(Html html) {
    this.html = html;
  }

  /**
   * @param examples the samples of each example by epoch
   */
  void add(List<TreeMap<Integer, Sample.Pair>> examples) {
    for (TreeMap<Integer, Sample.Pair> epochs : examples) {
      addPair(epochs.lastEntry().getValue(), epochs);
    }
  }

  private void addPair(Sample.Pair last, TreeMap<Integer, Sample.Pair> epochs) {
    html.raw("<figure class=\"pair\">");
    html.element("p", "text", last.text());
    html.element("p", last.truth().equals(last.predicted()) ? "right" : "wrong", last.predicted());
    html.element("p", "truth", last.truth());
    HeatMap.add(html, last.alignment());
    html.raw("<details><summary>epoch by epoch</summary><ol>");
    for (Map.Entry<Integer, Sample.Pair> epoch : epochs.entrySet()) {
      html.raw("<li value=\"" + epoch.getKey() + "\">");
      html.element("span", "", epoch.getValue().predicted()).raw("</li>");
    }
    html.raw("</ol></details></figure>");
  }
}
