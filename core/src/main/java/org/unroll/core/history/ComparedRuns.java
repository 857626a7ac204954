package org.unroll.core.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.report.MainMetrics;
import org.unroll.core.report.ScoreTable;
import org.unroll.core.run.RunDirectory;

/** Stored runs beside each other, whatever apps they are of: scores, settings, curves. */
public final class ComparedRuns {
  private static final List<String> SPLITS = List.of("train", "validation");

  private final Map<String, StoredRun> runs = new LinkedHashMap<>();
  private final Map<String, TreeMap<Integer, JsonNode>> epochs = new LinkedHashMap<>();

  /**
   * @param directories by the names of the runs, in the order of tables and colours
   */
  public ComparedRuns(Map<String, Path> directories) {
    directories.forEach(
        (name, directory) -> {
          StoredRun run = new StoredRun(new RunDirectory(directory));
          runs.put(name, run);
          epochs.put(name, run.epochs());
        });
  }

  /** A table a split, the test split first; a run that was not scored on it has no row. */
  public List<Table> scores() {
    List<Table> tables = new ArrayList<>();
    for (String split : List.of("test", "validation")) {
      ScoreTable table = new ScoreTable("run", "the " + split + " split", "");
      runs.forEach((name, run) -> table.add(name, run.scores(split)));
      Table scores = table.toTable();
      if (!scores.rows().isEmpty()) {
        tables.add(scores);
      }
    }
    return tables;
  }

  /** The keys of their configs whose values differ, a column a run. */
  public Table differences() {
    Map<String, Map<String, String>> configs = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>();
    runs.forEach((name, run) -> configs.put(name, run.config().leaves()));
    configs.values().forEach(config -> keys.addAll(config.keySet()));
    List<List<String>> rows = new ArrayList<>();
    for (String key : keys) {
      List<String> values =
          configs.values().stream().map(each -> each.getOrDefault(key, Table.NONE)).toList();
      if (Set.copyOf(values).size() > 1) {
        List<String> row = new ArrayList<>(List.of(key));
        row.addAll(values);
        rows.add(row);
      }
    }
    List<String> header = new ArrayList<>(List.of("key"));
    header.addAll(runs.keySet());
    return new Table("Settings that differ", header, rows);
  }

  /** A chart for each metric to show first, a line a run. */
  public List<Chart> mainCurves() {
    return charts(mainMetrics());
  }

  /** The same of the other metrics. */
  public List<Chart> furtherCurves() {
    List<String> further = new ArrayList<>(metrics());
    further.removeAll(mainMetrics());
    return charts(further);
  }

  private Set<String> mainMetrics() {
    Set<String> main = new LinkedHashSet<>();
    runs.values().forEach(run -> main.addAll(MainMetrics.of(run.config(), metrics())));
    return main;
  }

  private Set<String> metrics() {
    Set<String> metrics = new LinkedHashSet<>();
    for (String split : SPLITS) {
      epochs
          .values()
          .forEach(
              lines ->
                  lines
                      .values()
                      .forEach(
                          line -> line.path(split).fieldNames().forEachRemaining(metrics::add)));
    }
    return metrics;
  }

  private List<Chart> charts(Iterable<String> metrics) {
    List<Chart> charts = new ArrayList<>();
    for (String metric : metrics) {
      for (String split : SPLITS) {
        Chart.Lines chart = chart(split, metric);
        if (chart.steps().size() > 1 // a line needs two
            && chart.lines().stream()
                .anyMatch(line -> line.values().stream().anyMatch(Double::isFinite))) {
          charts.add(chart);
        }
      }
    }
    return charts;
  }

  /** A run without the metric has a line without values, so that each keeps its colour. */
  private Chart.Lines chart(String split, String metric) {
    TreeSet<Integer> steps = new TreeSet<>();
    epochs.values().forEach(lines -> steps.addAll(lines.keySet()));
    List<Chart.Line> lines = new ArrayList<>();
    epochs.forEach(
        (name, ofRun) -> {
          List<Double> values = new ArrayList<>();
          for (int step : steps) {
            values.add(value(ofRun, step, split, metric));
          }
          lines.add(new Chart.Line(name, values));
        });
    String title = (split.equals("train") ? "training " : "validation ") + metric + " by epoch";
    return new Chart.Lines(title, steps.stream().map(String::valueOf).toList(), lines)
        .named("epoch", metric);
  }

  private static double value(
      TreeMap<Integer, JsonNode> epochs, int step, String split, String metric) {
    JsonNode value = epochs.containsKey(step) ? epochs.get(step).path(split).path(metric) : null;
    return value != null && value.isNumber() ? value.asDouble() : Double.NaN;
  }
}
