package org.unroll.core.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.metric.Table;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/**
 * {@code comparison.json}: runs that are compared, each in a sub-directory of its name.
 *
 * @param command as typed
 * @param rows their names, in the order of the table
 * @param results by name; empty until all are trained
 */
public record Comparison(
    int format,
    String app,
    List<String> command,
    List<String> rows,
    Map<String, RunResult> results) {
  private static final int FORMAT = 1;

  /** Nothing trained yet. */
  public Comparison(String app, List<String> command, List<String> rows) {
    this(FORMAT, app, List.copyOf(command), List.copyOf(rows), Map.of());
  }

  /** The same with the results of all rows. */
  public Comparison with(Map<String, RunResult> all) {
    return new Comparison(format, app, command, rows, all);
  }

  private static Path file(RunDirectory parent) {
    return parent.path().resolve("comparison.json");
  }

  public void write(RunDirectory parent) {
    AtomicFile.writeJson(file(parent), this);
  }

  /**
   * @throws UserError if there is none
   */
  public static Comparison read(RunDirectory parent) {
    Path file = file(parent);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "no comparison at %s: expected a directory with a comparison.json; one without was killed before it began: delete it"
              .formatted(parent.path()));
    }
    try {
      return Json.MAPPER.readValue(Files.readAllBytes(file), Comparison.class);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Splits that were scored. */
  public Set<String> splits() {
    return results.get(rows.get(0)).metrics().keySet();
  }

  /** Whether the first run has a score of the metric. */
  boolean measures(String split, String metric) {
    return results.get(rows.get(0)).metrics().get(split).containsKey(metric);
  }

  /**
   * A row a run, a column a metric; mean ± standard deviation where there are several seeds, a dash
   * where a run lacks a metric.
   */
  public Table table(String split) {
    Set<String> metrics = new LinkedHashSet<>();
    rows.forEach(row -> metrics.addAll(results.get(row).metrics().get(split).keySet()));
    List<String> header = new ArrayList<>(List.of("run"));
    header.addAll(metrics);
    header.add("parameters");
    List<List<String>> lines = new ArrayList<>();
    for (String row : rows) {
      RunResult result = results.get(row);
      String remark = result.remark().isEmpty() ? "" : " (" + result.remark() + ")";
      List<String> line = new ArrayList<>(List.of(row + remark));
      metrics.forEach(metric -> line.add(cell(result, split, metric)));
      line.add(String.format(Locale.ROOT, "%,d", result.parameters()));
      lines.add(line);
    }
    return new Table("Scores on the " + split + " split", header, lines);
  }

  private static String cell(RunResult result, String split, String metric) {
    Double value = result.metrics().get(split).get(metric);
    if (value == null) {
      return "–";
    }
    return result.standardDeviations() == null
        ? String.format(Locale.ROOT, "%.4f", value)
        : String.format(
            Locale.ROOT, "%.4f ± %.4f", value, result.standardDeviations().get(split).get(metric));
  }
}
