package org.unroll.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Scale;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunResult;

/**
 * One score of compared runs: by row, or by row and column, such as the error of cells by the
 * length of their sequences.
 *
 * @param columns none if each row is a run
 * @param metric the score
 */
public record ComparedGrid(List<String> rows, List<String> columns, String metric) {
  public ComparedGrid {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** The run of a row and a column. */
  public static String name(String row, String column) {
    return row + "-" + column;
  }

  private String title(String split) {
    return metric + " on the " + split + " split";
  }

  /**
   * A line for each row and simple model; empty without columns, where it would say nothing new.
   */
  Optional<Table> table(Map<String, RunResult> results, String split) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Double>> scores = byColumn(results, split);
    List<Double> known = new ArrayList<>();
    scores.values().forEach(row -> row.stream().filter(Double::isFinite).forEach(known::add));
    int decimals = Scale.of(metric).decimals(known);
    List<String> header = new ArrayList<>(List.of("run"));
    header.addAll(columns);
    List<List<String>> lines = new ArrayList<>();
    scores.forEach(
        (row, values) -> {
          List<String> line = new ArrayList<>(List.of(row));
          values.forEach(value -> line.add(cell(value, decimals)));
          lines.add(line);
        });
    return Optional.of(new Table(title(split), header, lines));
  }

  private static String cell(double score, int decimals) {
    return Double.isFinite(score) ? Scale.text(score, decimals) : Table.NONE;
  }

  /**
   * A line for each row and simple model along the columns, or a bar for each row; empty without
   * scores.
   */
  Optional<Chart> chart(Map<String, RunResult> results, String split) {
    if (!columns.isEmpty()) {
      List<Chart.Line> lines = new ArrayList<>();
      byColumn(results, split).forEach((row, values) -> lines.add(new Chart.Line(row, values)));
      return Optional.of(new Chart.Lines(title(split), columns, lines, List.of(), List.of()));
    }
    List<Chart.Bar> bars = new ArrayList<>();
    for (String row : rows) {
      double score = score(results.get(row).metrics().getOrDefault(split, Map.of()));
      if (score >= 0) {
        bars.add(new Chart.Bar(row, score));
      }
    }
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(new Chart.Bars(title(split), metric, bars));
  }

  /**
   * A score a column, NaN where there is none: of the rows, then of the models beside the first.
   */
  private Map<String, List<Double>> byColumn(Map<String, RunResult> results, String split) {
    Map<String, List<Double>> scores = new LinkedHashMap<>();
    for (String row : rows) {
      scores.put(
          row,
          columns.stream()
              .map(column -> results.get(name(row, column)).metrics())
              .map(splits -> score(splits.getOrDefault(split, Map.of())))
              .toList());
    }
    List<Map<String, Map<String, Double>>> simple =
        columns.stream()
            .map(column -> results.get(name(rows.get(0), column)).simple(split))
            .toList();
    Set<String> models = new LinkedHashSet<>();
    simple.forEach(column -> models.addAll(column.keySet()));
    for (String model : models) {
      scores.putIfAbsent(
          model,
          simple.stream().map(column -> score(column.getOrDefault(model, Map.of()))).toList());
    }
    return scores;
  }

  private double score(Map<String, Double> metrics) {
    return metrics.getOrDefault(metric, Double.NaN);
  }
}
