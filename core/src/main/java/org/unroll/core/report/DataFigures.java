package org.unroll.core.report;

import java.util.List;
import org.unroll.core.metric.Table;
import org.unroll.core.run.DataFacts;

/** What a run found in its data: how much, how long, of which classes, what was skipped and why. */
final class DataFigures {
  private static final int MOST = 40; // rows

  private final DataFacts facts;

  DataFigures(DataFacts facts) {
    this.facts = facts;
  }

  boolean isEmpty() {
    return facts.tables().isEmpty() && facts.notices().isEmpty();
  }

  void addTo(Html html) {
    new DetailFigures(html)
        .add(List.of(), facts.tables().stream().map(DataFigures::folded).toList());
    if (!facts.notices().isEmpty()) {
      html.element("h3", "", "Said while it was read");
      html.raw("<ul class=\"notices\">");
      facts.notices().forEach(notice -> html.element("li", "", notice));
      html.raw("</ul>");
    }
  }

  /** Of hundreds of classes the first are enough. */
  private static Table folded(Table table) {
    List<List<String>> rows = table.rows();
    if (rows.size() <= MOST) {
      return table;
    }
    String title = "%s, the first %d of %d".formatted(table.title(), MOST, rows.size());
    return new Table(title, table.header(), rows.subList(0, MOST));
  }
}
