package org.unroll.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;

/**
 * {@code report.html}: a run on one page that needs nothing else, not even a network. Scores beside
 * the baselines, learning curves, charts, tables, single examples, samples, the data, the inside of
 * the net, times, provenance, how to repeat it, the configuration.
 *
 * <p>Reads whatever of {@code result.json, metrics.jsonl, samples.jsonl, tables.json, charts.json,
 * details.json, data.json, timings.json, inspection.json, spectrum.jsonl, config.yaml,
 * request.json, provenance.json} is there, so it also works while the run goes on and after it was
 * killed.
 */
public final class Report {
  private final RunRecords run;
  private final Html html = new Html();

  private Report(RunRecords run) {
    this.run = run;
  }

  /**
   * Writes {@code report.html} into the run directory, over an older one, in one step.
   *
   * @throws UserError if there is no such directory, or it cannot be written
   */
  public static void write(Path runDirectory) {
    if (!Files.isDirectory(runDirectory)) {
      throw new UserError(
          "no run directory " + runDirectory + "; a run is a folder under runs/<app>.");
    }
    try {
      String page = new Report(new RunRecords(runDirectory)).page(runDirectory);
      AtomicFile.writeSharedText(new RunDirectory(runDirectory).report(), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page(Path runDirectory) throws IOException {
    Path path = runDirectory.toAbsolutePath().normalize(); // runs/<app>/<time>-<name>
    String folder = name(path);
    Path parent = path.getParent() == null ? path : path.getParent();
    String app = run.result.path("app").asText(name(parent));
    String name = run.result.path("name").asText(folder);
    html.raw("<header>").element("p", "app", app);
    html.element("h1", "", name);
    addStatus();
    html.raw("</header><main>");
    addScores();
    addCurves();
    addDetails();
    addSamples();
    addData();
    addInside();
    addTable("Time", new TimeTable(run).table());
    addTable("The run", new FactTable(run).table());
    addCommands(new RepeatCommands(run, app));
    addConfig();
    Html page = Page.begin(app + ": " + name);
    return Page.end(page.raw(html.raw("</main>").toString()));
  }

  /** The last part of a path; empty for a root. */
  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  private void addStatus() {
    html.raw("<p class=\"status\">");
    html.element("span", run.finished() ? "badge done" : "badge open", status());
    html.raw("</p>");
    for (String note : run.notes()) {
      html.element("p", "note", note);
    }
  }

  private String status() {
    if (run.finished()) {
      int epochs = run.result.path("epochs").asInt(run.epochs.size());
      return "finished after %d %s, %s"
          .formatted(
              epochs,
              epochs == 1 ? "epoch" : "epochs",
              Readable.duration(run.result.path("seconds").asDouble()));
    }
    return run.epochs.isEmpty()
        ? "unfinished: no epoch done yet"
        : "unfinished: epoch " + run.epochs.lastKey() + " was the last one done";
  }

  private void addScores() {
    List<RunScores.Judged> tables = RunScores.tables(run);
    if (tables.isEmpty()) {
      return;
    }
    html.raw("<section>");
    html.element("h2", "", "Scores");
    for (RunScores.Judged each : tables) {
      html.table(each.table(), "scores");
      each.verdict().ifPresent(text -> html.element("p", "verdict", text));
    }
    html.raw("<dl class=\"meanings\">");
    for (String column : tables.get(0).table().header()) {
      Metric.of(column)
          .ifPresent(metric -> html.element("dt", "", column).element("dd", "", metric.meaning()));
    }
    html.raw("</dl></section>");
  }

  private void addCurves() {
    if (run.epochs.isEmpty()) {
      return;
    }
    html.raw("<section>");
    html.element("h2", "", "Learning curves");
    new LearningCurves(run).addTo(html);
    html.raw("</section>");
  }

  private void addDetails() {
    Set<String> splits = new LinkedHashSet<>(run.tables.keySet());
    splits.addAll(run.charts.keySet());
    splits.addAll(run.details.keySet());
    for (String split : splits) {
      html.raw("<section>");
      html.element("h2", "", "Details, " + split + " split");
      new DetailFigures(html)
          .add(
              run.charts.getOrDefault(split, List.of()),
              run.tables.getOrDefault(split, List.of()),
              run.details.getOrDefault(split, List.of()));
      html.raw("</section>");
    }
  }

  private void addInside() {
    InspectionFigures inside = new InspectionFigures(run);
    if (!inside.isEmpty()) {
      html.raw("<section>").element("h2", "", "Inside the net");
      inside.addTo(html);
      html.raw("</section>");
    }
  }

  private void addSamples() {
    if (run.hasSamples()) {
      html.raw("<section>").element("h2", "", "Samples of what it says");
      SampleFigures.add(html, run);
      html.raw("</section>");
    }
  }

  private void addData() {
    Optional<DataFigures> data = run.data.map(DataFigures::new).filter(each -> !each.isEmpty());
    if (data.isPresent()) {
      html.raw("<section>").element("h2", "", "The data");
      data.get().addTo(html);
      html.raw("</section>");
    }
  }

  private void addTable(String title, Table facts) {
    if (!facts.rows().isEmpty()) {
      html.raw("<section>").element("h2", "", title).table(facts, "facts").raw("</section>");
    }
  }

  private void addCommands(RepeatCommands commands) {
    if (!commands.isEmpty()) {
      html.raw("<section>").element("h2", "", "How to repeat it");
      commands.addTo(html);
      html.raw("</section>");
    }
  }

  private void addConfig() {
    if (!run.config.isBlank()) {
      html.raw("<section>").element("h2", "", "Configuration");
      html.raw("<details><summary>config.yaml, with all defaults</summary>");
      html.element("pre", "", run.config).raw("</details></section>");
    }
  }
}
