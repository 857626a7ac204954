package org.unroll.core.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunDirectory;

/** {@code comparison.html}: compared runs on one page, with a way to the report of each. */
public final class ComparisonPage {
  private final RunDirectory parent;
  private final Comparison comparison;
  private final Breakdowns breakdowns;
  private final Html html = new Html();

  /**
   * @param parent holds the compared runs, all of them finished
   * @param breakdowns of these runs
   */
  public ComparisonPage(RunDirectory parent, Comparison comparison, Breakdowns breakdowns) {
    this.parent = parent;
    this.comparison = comparison;
    this.breakdowns = breakdowns;
  }

  /** Writes the page beside the runs, over an older one. */
  public Path write() {
    List<String> splits = new ArrayList<>(comparison.splits());
    for (int i = splits.size() - 1; i >= 0; i--) { // the test split first
      add(splits.get(i));
    }
    html.raw("<section>").element("h2", "", "The runs").raw("<ul>");
    for (String row : comparison.rows()) {
      html.raw("<li><a href=\"%s/report.html\">%s</a></li>".formatted(row, Html.escape(row)));
    }
    html.raw("</ul>");
    html.element("pre", "", String.join(" ", comparison.command())).raw("</section>");
    Path file = parent.path().resolve("comparison.html");
    String title = comparison.app() + ": " + parent.name();
    Page.write(file, title, title, html);
    return file;
  }

  private void add(String split) {
    html.raw("<section>").element("h2", "", "The " + split + " split");
    Optional<Metric> metric = Metric.of(comparison.grid().metric());
    metric.ifPresent(found -> html.element("p", "hint", found.key() + ": " + found.meaning()));
    List<Chart> charts = comparison.chart(split, parent).stream().toList();
    List<Table> tables = new ArrayList<>();
    comparison.byColumn(split).ifPresent(tables::add);
    tables.add(comparison.table(split));
    tables.addAll(breakdowns.tables(split));
    new DetailFigures(html).add(charts, tables);
    for (String verdict : comparison.verdicts(split)) {
      html.element("p", "verdict", verdict);
    }
    html.raw("</section>");
  }
}
