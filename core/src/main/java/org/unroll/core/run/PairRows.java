package org.unroll.core.run;

import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.app.Sample;

/** What the net made of the fixed validation sentences, epoch by epoch, as HTML. */
final class PairRows {
  private final Html html;

  PairRows(Html html) {
    this.html = html;
  }

  /** Whether these samples are sentence pairs. */
  static boolean fit(TreeMap<Integer, TreeMap<Integer, Sample>> samples) {
    return samples.firstEntry().getValue().lastEntry().getValue() instanceof Sample.Pair;
  }

  /**
   * @param samples example to its samples by epoch
   */
  void add(TreeMap<Integer, TreeMap<Integer, Sample>> samples) {
    for (TreeMap<Integer, Sample> epochs : samples.values()) {
      if (epochs.lastEntry().getValue() instanceof Sample.Pair last) {
        addPair(last, epochs);
      }
    }
  }

  private void addPair(Sample.Pair last, TreeMap<Integer, Sample> epochs) {
    html.raw("<figure class=\"pair\">");
    html.element("p", "text", last.text());
    html.element("p", last.truth().equals(last.predicted()) ? "right" : "wrong", last.predicted());
    html.element("p", "truth", last.truth());
    HeatMap.add(html, last.alignment());
    html.raw("<details><summary>epoch by epoch</summary><ol>");
    for (Map.Entry<Integer, Sample> epoch : epochs.entrySet()) {
      if (epoch.getValue() instanceof Sample.Pair pair) {
        html.raw("<li value=\"" + epoch.getKey() + "\">").element("span", "", pair.predicted());
        html.raw("</li>");
      }
    }
    html.raw("</ol></details></figure>");
  }
}
