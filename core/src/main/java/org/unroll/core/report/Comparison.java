package org.unroll.core.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.metric.Verdict;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/**
 * {@code comparison.json}: runs that are compared, each in a sub-directory of its name.
 *
 * @param command as typed
 * @param commit of the sources; empty until all are trained
 * @param rows their names, in the order of the table
 * @param grid how they are drawn
 * @param results by name; empty until all are trained
 */
public record Comparison(
    int format,
    String app,
    List<String> command,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String commit,
    List<String> rows,
    ComparedGrid grid,
    Map<String, RunResult> results) {
  private static final int FORMAT = 1;

  public Comparison {
    command = List.copyOf(command);
    commit = commit == null ? "" : commit;
    rows = List.copyOf(rows);
    grid = grid == null ? new ComparedGrid(rows, List.of(), "") : grid; // of an earlier version
  }

  /** Nothing trained yet. */
  public Comparison(String app, List<String> command, List<String> rows, ComparedGrid grid) {
    this(FORMAT, app, command, "", rows, grid, Map.of());
  }

  /** The same with the results of all rows. */
  public Comparison with(Map<String, RunResult> all, String commit) {
    return new Comparison(format, app, command, commit, rows, grid, all);
  }

  private static Path file(RunDirectory parent) {
    return parent.path().resolve(RunDirectory.COMPARISON);
  }

  public void write(RunDirectory parent) {
    AtomicFile.writeJson(file(parent), this);
  }

  /**
   * @throws UserError if there is none
   */
  public static Comparison read(RunDirectory parent) {
    Path file = file(parent);
    if (!Files.isRegularFile(file) && parent.begun()) {
      throw new UserError(
          parent.path() + " is a run, not a comparison: train --resume goes on with it");
    }
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "no comparison at %s: expected a directory with a comparison.json; one without was killed before it began: delete it"
              .formatted(parent.path()));
    }
    return Json.read(file, Comparison.class);
  }

  /** Splits that were scored. */
  public Set<String> splits() {
    return results.get(rows.get(0)).metrics().keySet();
  }

  /** Whether a run has a score of the metric. */
  boolean measures(String split, String metric) {
    return results.values().stream()
        .anyMatch(result -> result.metrics().getOrDefault(split, Map.of()).containsKey(metric));
  }

  /**
   * Whether each run is worth more than its simple models, a sentence each; then what to do about
   * it, once for all runs that it is said to.
   */
  public List<String> verdicts(String split) {
    List<String> verdicts = new ArrayList<>();
    Map<String, List<String>> advised = new LinkedHashMap<>();
    for (String row : rows) {
      Verdict verdict = results.get(row).verdict().get(split);
      if (verdict != null) {
        verdicts.add(row + ": " + verdict.finding());
        advised.computeIfAbsent(verdict.advice(), none -> new ArrayList<>()).add(row);
      }
    }
    advised.remove("");
    advised.forEach(
        (advice, to) ->
            verdicts.add(advised.size() == 1 ? advice : String.join(", ", to) + ": " + advice));
    return verdicts;
  }

  /** One score by rows and columns; empty without columns. */
  public Optional<Table> byColumn(String split) {
    return grid.table(results, split);
  }

  /** The same as a picture; empty without scores. */
  public Optional<Chart> chart(String split) {
    return grid.chart(results, split, "");
  }

  /**
   * The same with the name of the setting that the columns are of.
   *
   * @param parent holds the runs, whose configs tell it
   */
  public Optional<Chart> chart(String split, RunDirectory parent) {
    return grid.chart(results, split, ComparedKey.of(grid, parent));
  }

  /** A row a run; a remark stands beside the run it is made of. */
  public Table table(String split) {
    ScoreTable scores = new ScoreTable("run", "the " + split + " split", "");
    List<String> parameters = new ArrayList<>();
    for (String row : rows) {
      RunResult result = results.get(row);
      String remark = result.remark().isEmpty() ? "" : " (" + result.remark() + ")";
      scores.add(row + remark, result, split);
      parameters.add(Readable.count(result.parameters()));
    }
    return scores.toTable().withColumn("parameters", parameters);
  }
}
