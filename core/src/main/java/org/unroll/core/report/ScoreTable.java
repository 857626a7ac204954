package org.unroll.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.metric.Scale;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunResult;

/**
 * Scores of models beside each other, the same on a terminal, in the report and of compared runs: a
 * row a model, a column a metric, a dash where a model lacks one.
 */
public final class ScoreTable {
  /** The row of the net. */
  public static final String NET = "this net";

  private record Row(String model, Map<String, Double> scores, Map<String, Double> deviations) {}

  private final String title;
  private final String models;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param models what a row is, such as {@code model}
   * @param data what was scored, such as {@code the test split}
   * @param remark what must be said of the scores; empty if nothing
   */
  public ScoreTable(String models, String data, String remark) {
    this.models = models;
    this.title = "Scores on " + data + (remark.isEmpty() ? "" : " (" + remark + ")");
  }

  /** The net of a run, then its baselines. */
  public static Table of(RunResult result, String split) {
    ScoreTable table = new ScoreTable("model", "the " + split + " split", result.remark());
    table.add(NET, result, split);
    result
        .baselines()
        .forEach((name, splits) -> table.add(name, splits.getOrDefault(split, Map.of())));
    return table.toTable();
  }

  /** The net of a run; mean ± standard deviation if it is of several seeds. */
  void add(String model, RunResult result, String split) {
    Map<String, Double> deviations =
        Optional.ofNullable(result.standardDeviations())
            .map(all -> all.get(split))
            .orElse(Map.of());
    rows.add(new Row(model, result.metrics().get(split), deviations));
  }

  /**
   * @param scores metric to value; a model without any has no row
   */
  public void add(String model, Map<String, Double> scores) {
    if (!scores.isEmpty()) {
      rows.add(new Row(model, scores, Map.of()));
    }
  }

  public Table toTable() {
    Set<String> metrics = new LinkedHashSet<>();
    rows.forEach(row -> metrics.addAll(row.scores.keySet()));
    List<String> header = new ArrayList<>(List.of(models));
    header.addAll(metrics);
    List<List<String>> lines = new ArrayList<>();
    Map<String, Integer> decimals = new LinkedHashMap<>();
    metrics.forEach(metric -> decimals.put(metric, decimals(metric)));
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.model));
      decimals.forEach((metric, shown) -> line.add(cell(row, metric, shown)));
      lines.add(line);
    }
    return new Table(title, header, lines);
  }

  /** What the numbers of a column share, deviations too. */
  private int decimals(String metric) {
    List<Double> numbers = new ArrayList<>();
    for (Row row : rows) {
      Optional.ofNullable(row.scores.get(metric)).ifPresent(numbers::add);
      Optional.ofNullable(row.deviations.get(metric)).ifPresent(numbers::add);
    }
    return Scale.of(metric).decimals(numbers);
  }

  private static String cell(Row row, String metric, int decimals) {
    if (!row.scores.containsKey(metric)) {
      return Table.NONE;
    }
    String score = Scale.text(row.scores.get(metric), decimals);
    return row.deviations.containsKey(metric)
        ? score + " ± " + Scale.text(row.deviations.get(metric), decimals)
        : score;
  }
}
