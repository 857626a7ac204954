package org.unroll.core.search;

import java.nio.file.Files;
import java.util.List;
import org.unroll.core.ShellText;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.core.report.Figures;
import org.unroll.core.report.Html;
import org.unroll.core.report.Page;
import org.unroll.core.run.RunDirectory;

/** {@code search.html}: the trials of a search on one page. */
final class SearchPage {
  private static final String METHOD =
      "How much of the variance of the places that the %d drawn trials took lies between values of a key, or"
          + " thirds of its range, beyond what is expected of chance (ε² on ranks; Kruskal & Wallis"
          + " 1952, Kelley 1935). A trial that came through more rungs takes a better place. What"
          + " two keys do only together is not seen.";

  private final Search search;
  private final RunDirectory directory;
  private final SearchTables tables;
  private final SearchCharts charts;
  private final Html html = new Html();

  SearchPage(Search search, RunDirectory directory, TrialHistory history) {
    this.search = search;
    this.directory = directory;
    this.tables = new SearchTables(search);
    this.charts = new SearchCharts(history);
  }

  /** Writes the page beside the runs, over an older one. */
  void write() {
    addFindings();
    addTrials();
    addKeys();
    addRuns();
    String title = search.app() + ": " + directory.name();
    Page.write(directory.path().resolve("search.html"), title, title, html);
  }

  private void addFindings() {
    html.raw("<section>").element("h2", "", "What it came to");
    tables.findings().forEach(line -> html.element("p", "verdict", line));
    Metric.of(search.metric())
        .ifPresent(metric -> html.element("p", "hint", metric.key() + ": " + metric.meaning()));
    add("tables trials", tables.scores());
    html.raw("</section>");
  }

  private void addTrials() {
    html.raw("<section>").element("h2", "", "The trials");
    html.element("p", "hint", halving());
    addCharts(List.of(charts.curves()), "epoch");
    add("tables trials", List.of(tables.trials()));
    tables.failures().forEach(line -> html.element("p", "hint", line));
    html.raw("</section>");
  }

  private String halving() {
    List<Integer> rungs = search.halving().rungs();
    if (rungs.size() == 1) {
      return "Every trial was trained in full, for at most %d epochs.".formatted(rungs.get(0));
    }
    return "Successive halving: trials were trained to the epochs %s; after each the best one in %d of those drawn went on, and the config as it is with them. A line that ends early was dropped."
        .formatted(
            String.join(", ", rungs.stream().map(String::valueOf).toList()),
            search.halving().eta());
  }

  private void addKeys() {
    html.raw("<section>").element("h2", "", "What mattered");
    List<Chart> shares = charts.shares();
    if (shares.isEmpty()) {
      html.element("p", "hint", "There are too few trials to say which keys mattered.");
    } else {
      html.element("p", "hint", METHOD.formatted(charts.placed()));
      html.raw("<div class=\"charts\">").raw(Figures.of(shares.get(0), ""));
      html.raw(Figures.of(charts.shareTable())).raw("</div>");
    }
    html.element(
        "p",
        "hint",
        "A dot is a trial, at its best score so far: those of one colour were trained for as long.");
    addCharts(charts.byKey(), "");
    html.raw("</section>");
  }

  private void addCharts(List<Chart> pictures, String step) {
    html.raw("<div class=\"charts\">");
    pictures.forEach(chart -> html.raw(Figures.of(chart, step)));
    html.raw("</div>");
  }

  private void add(String css, List<Table> all) {
    html.raw("<div class=\"" + css + "\">");
    all.forEach(table -> html.raw(Figures.of(table)));
    html.raw("</div>");
  }

  private void addRuns() {
    html.raw("<section>").element("h2", "", "The runs");
    html.element("p", "hint", "Reports of the trials that were trained to their end:");
    html.raw("<ul>");
    for (Trial trial : search.trials()) {
      if (Files.exists(directory.path().resolve(trial.name()).resolve("report.html"))) {
        html.raw("<li><a href=\"%1$s/report.html\">%1$s</a></li>".formatted(trial.name()));
      }
    }
    html.raw("</ul>");
    String command = String.join(" ", search.command().stream().map(ShellText::word).toList());
    html.element("pre", "", "./unroll " + command).raw("</section>");
  }
}
