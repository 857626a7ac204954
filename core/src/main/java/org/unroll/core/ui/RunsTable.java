package org.unroll.core.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.unroll.core.history.RunSummaries;
import org.unroll.core.history.RunSummary;
import org.unroll.core.history.SummaryTexts;
import org.unroll.core.metric.Scale;
import org.unroll.core.report.Html;

/**
 * What changes on the Runs page, as HTML: the choice of apps and a row a run, for the elements of
 * {@code runs.html} that have their ids. A cell says by {@code data-value} what it is sorted by, if
 * not its text.
 */
final class RunsTable {
  private final Html html = new Html();

  private RunsTable() {}

  static String of(List<AttachedRun> attached, RunSummaries summaries) {
    Map<String, Path> directories = new LinkedHashMap<>();
    List<String> live = new ArrayList<>();
    for (AttachedRun run : attached) {
      directories.put(run.name(), run.directory());
      if (run.live()) {
        live.add(run.name());
      }
    }
    RunsTable table = new RunsTable();
    table.add(summaries.of(directories, live));
    return table.html.toString();
  }

  private void add(List<RunSummary> runs) {
    TreeSet<String> apps = new TreeSet<>();
    runs.forEach(run -> apps.add(run.app()));
    html.raw("<select id=\"app\"><option value=\"\">all apps</option>");
    apps.forEach(app -> html.element("option", "", app));
    html.raw("</select><table><tbody id=\"rows\" role=\"rowgroup\">");
    runs.forEach(this::add);
    html.raw("</tbody></table>");
  }

  private void add(RunSummary run) {
    String path = Html.escape(run.path());
    String css = run.parent().isEmpty() ? "" : " class=\"part\"";
    html.raw(
        "<tr role=\"row\"%s data-run=\"%s\" data-app=\"%s\">"
            .formatted(css, path, Html.escape(run.app())));
    addTick(run, path);
    addName(run, path);
    cell("App", "", run.app());
    addState(run);
    addScores(run);
    cell("Data", "data", run.data());
    cell("Graph", "words", SummaryTexts.graph(run));
    number("Parameters", run.parameters(), SummaryTexts.parameters(run));
    number("Epochs", run.epochs(), SummaryTexts.epochs(run));
    number("Time", run.seconds(), SummaryTexts.time(run));
    sorted("Begun", "begun", run.begun(), Html.escape(SummaryTexts.begun(run)));
    addFiles(run, path);
    html.raw("</tr>");
  }

  /** A comparison, or a search, is compared on a page of its own. */
  private void addTick(RunSummary run, String path) {
    String box =
        run.rows().isEmpty()
            ? "<input type=\"checkbox\" id=\"tick-%1$s\" value=\"%1$s\" aria-label=\"compare %1$s\">"
                .formatted(path)
            : "";
    html.raw("<td role=\"cell\" class=\"tick\">" + box + "</td>");
  }

  private void addName(RunSummary run, String path) {
    String name = SummaryTexts.name(run);
    int own = name.lastIndexOf('/') + 1;
    String shown =
        "<span class=\"parent\">%s</span>%s"
            .formatted(Html.escape(name.substring(0, own)), Html.escape(name.substring(own)));
    String link =
        run.rows().isEmpty()
            ? "<a id=\"run-%s\" href=\"/samples#run=%s\">%s</a>"
                .formatted(path, Html.escape(RunName.encoded(run.path())), shown)
            : shown;
    sorted("Run", "name", name, link);
  }

  private void addState(RunSummary run) {
    String state = run.state().key();
    sorted("State", "", state, "<span class=\"badge-state %s\">%s</span>".formatted(state, state));
  }

  private void addScores(RunSummary run) {
    StringBuilder scores = new StringBuilder();
    for (String metric : run.main()) {
      scores.append(
          "<span class=\"score\">%s <b>%s</b></span> "
              .formatted(Html.escape(metric), Scale.of(metric).text(run.metrics().get(metric))));
    }
    if (!run.split().isEmpty()) {
      scores.append("<span class=\"split\">" + run.split() + "</span>");
    }
    OptionalDouble first = SummaryTexts.score(run);
    String value = first.isPresent() ? String.valueOf(first.getAsDouble()) : "";
    sorted("Scores", "scores", value, scores.toString());
  }

  private void addFiles(RunSummary run, String path) {
    StringBuilder links = new StringBuilder();
    List<String> folded = new ArrayList<>(run.files());
    for (String page : List.of("report.html", "comparison.html", "search.html")) {
      if (folded.remove(page)) {
        links.append(link(run, page, page.replace(".html", ""))).append(' ');
      }
    }
    if (!folded.isEmpty()) {
      links.append(
          "<details id=\"files-%1$s\"><summary id=\"fold-%1$s\" aria-label=\"files of %1$s\">files</summary><ul>"
              .formatted(path));
      folded.forEach(file -> links.append("<li>" + link(run, file, file) + "</li>"));
      links.append("</ul></details>");
    }
    html.raw("<td role=\"cell\" class=\"files\" data-label=\"Files\">" + links + "</td>");
  }

  private static String link(RunSummary run, String file, String text) {
    return "<a href=\"%s\">%s</a>"
        .formatted(Html.escape(FileAnswer.address(run.path(), file)), Html.escape(text));
  }

  private void cell(String label, String css, String text) {
    sorted(label, css, text, Html.escape(text));
  }

  private void number(String label, double value, String text) {
    sorted(label, "number", text.isEmpty() ? "" : String.valueOf(value), Html.escape(text));
  }

  private void sorted(String label, String css, String value, String markup) {
    html.raw(
        "<td role=\"cell\" class=\"%s\" data-label=\"%s\" data-value=\"%s\">%s</td>"
            .formatted(css, label, Html.escape(value), markup));
  }
}
