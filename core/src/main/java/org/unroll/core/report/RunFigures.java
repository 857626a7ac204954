package org.unroll.core.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.unroll.core.UserError;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.yaml.NearestName;

/**
 * The pictures of a run as HTML fragments: what {@code report.html} embeds, for a page that fetches
 * them. They need {@code figures.css} beside this class and no style attribute.
 */
public final class RunFigures {
  /** The style of the fragments, a resource from the root. */
  public static final String STYLE = "/org/unroll/core/report/figures.css";

  private final RunRecords run;

  private RunFigures(RunRecords run) {
    this.run = run;
  }

  /** Reads whatever the run wrote so far. */
  public static RunFigures read(Path runDirectory) throws IOException {
    return new RunFigures(new RunRecords(runDirectory));
  }

  /** What could not be read, a sentence each. */
  public List<String> notes() {
    return run.notes();
  }

  /** The learning curves; the main metrics first, the further ones folded. */
  public String curves() {
    Html html = new Html();
    new LearningCurves(run).addTo(html);
    return html.toString();
  }

  /** What the net does inside; empty if there is nothing yet. */
  public String inside() {
    InspectionFigures inside = new InspectionFigures(run);
    Html html = new Html();
    if (!inside.isEmpty()) {
      inside.addTo(html);
    }
    return html.toString();
  }

  /** One of the learning curves. */
  public Chart curve(String metric) {
    LearningCurves curves = new LearningCurves(run);
    return known(metric, curves.metricsWithNumbers(), "curve", curves::chart);
  }

  /**
   * The scores of the net and of the models beside it: of the test split if it was scored.
   *
   * @throws UserError if nothing was scored
   */
  public Table scores() {
    return RunScores.tables(run).stream()
        .findFirst()
        .map(RunScores.Judged::table)
        .orElseThrow(() -> new UserError("the run has no scores yet: train it for an epoch"));
  }

  /** The same of all splits that were scored, the test split first. */
  public List<Table> allScores() {
    return RunScores.tables(run).stream().map(RunScores.Judged::table).toList();
  }

  /** What the scores come to, a sentence a split. */
  public List<String> verdicts() {
    return RunScores.tables(run).stream().flatMap(each -> each.verdict().stream()).toList();
  }

  /** A table of an evaluation, of the test split if it was scored, by its title. */
  public Table table(String title) {
    Map<String, Table> byTitle = new LinkedHashMap<>();
    run.details.values().forEach(all -> all.forEach(table -> byTitle.put(table.title(), table)));
    run.tables.values().forEach(all -> all.forEach(table -> byTitle.put(table.title(), table)));
    return known(title, byTitle.keySet(), "table", byTitle::get);
  }

  /** A chart of an evaluation, of the test split if it was scored, by its title. */
  public Chart chart(String title) {
    Map<String, Chart> byTitle = new LinkedHashMap<>();
    run.charts.values().forEach(all -> all.forEach(chart -> byTitle.put(chart.title(), chart)));
    return known(title, byTitle.keySet(), "chart", byTitle::get);
  }

  private static <T> T known(
      String name, Set<String> names, String kind, Function<String, T> byName) {
    if (!names.contains(name)) {
      throw new UserError(
          "the run has no %s '%s'%s".formatted(kind, name, NearestName.suggest(name, names)));
    }
    return byName.apply(name);
  }

  /** The samples of the first examples at their last epoch. */
  public String samples(int examples) {
    Html html = new Html();
    SampleFigures.addFirst(html, run, examples);
    return html.toString();
  }

  /**
   * A slider through the epochs, {@code epoch-of-all}, which is to set all samples at once; empty
   * before there are two epochs to choose from. Its place is left to the page.
   */
  public String epochSlider() {
    Html html = new Html();
    EpochSlider.add(html, run);
    return html.toString();
  }

  /**
   * The samples; empty if there are none yet. A bar of an epoch is a {@code button} with {@code
   * data-example} and {@code data-epoch}.
   *
   * @param chosen example to the epoch to draw; the last one where there is none
   */
  public String samples(Map<Integer, Integer> chosen) {
    Html html = new Html();
    SampleFigures.addWithChoice(html, run, chosen);
    return html.toString();
  }
}
