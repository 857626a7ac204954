package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** A line for each row; empty without columns, where it would say nothing new. */
  Optional<Table> table(Map<String, RunResult> results, String split) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    List<String> header = new ArrayList<>(List.of("run"));
    header.addAll(columns);
    List<Double> all = new ArrayList<>();
    rows.forEach(row -> all.addAll(scores(results, row, split)));
    int decimals = Scale.of(metric).decimals(all.stream().filter(Double::isFinite).toList());
    List<List<String>> lines = new ArrayList<>();
    for (String row : rows) {
      List<String> line = new ArrayList<>(List.of(row));
      for (double score : scores(results, row, split)) {
        line.add(Double.isFinite(score) ? Scale.text(score, decimals) : Table.NONE);
      }
      lines.add(line);
    }
    return Optional.of(new Table(title(split), header, lines));
  }

  /** A line for each row along the columns, or a bar for each row; empty without scores. */
  Optional<Chart> chart(Map<String, RunResult> results, String split) {
    if (!columns.isEmpty()) {
      List<Chart.Line> lines =
          rows.stream().map(row -> new Chart.Line(row, scores(results, row, split))).toList();
      return Optional.of(new Chart.Lines(title(split), columns, lines, List.of(), List.of()));
    }
    List<Chart.Bar> bars = new ArrayList<>();
    for (String row : rows) {
      double score = score(results, row, split);
      if (score >= 0) {
        bars.add(new Chart.Bar(row, score));
      }
    }
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(new Chart.Bars(title(split), metric, bars));
  }

  /** One a column; NaN where there is none. */
  private List<Double> scores(Map<String, RunResult> results, String row, String split) {
    return columns.stream().map(column -> score(results, name(row, column), split)).toList();
  }

  private double score(Map<String, RunResult> results, String run, String split) {
    return results
        .get(run)
        .metrics()
        .getOrDefault(split, Map.of())
        .getOrDefault(metric, Double.NaN);
  }
}
