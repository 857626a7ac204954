package org.unroll.core.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Metric;
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
  private static final double MUCH = 100; // two powers of ten

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
   *
   * @param key what tells the columns, or without them the rows, apart; may be empty
   */
  Optional<Chart> chart(Map<String, RunResult> results, String split, String key) {
    if (!columns.isEmpty()) {
      return Optional.of(lines(byColumn(results, split), title(split), key));
    }
    List<Chart.Bar> bars = new ArrayList<>();
    for (String row : rows) {
      double score = score(results.get(row).metrics().getOrDefault(split, Map.of()));
      if (Double.isFinite(score)) {
        bars.add(new Chart.Bar(row, score));
      }
    }
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(new Chart.Bars(title(split), key, metric, bars));
  }

  /** Simple models are dashed; errors of very different size lie on a logarithmic axis. */
  private Chart lines(Map<String, List<Double>> scores, String title, String key) {
    List<Integer> order = ascending();
    List<Chart.Line> lines = new ArrayList<>();
    scores.forEach(
        (row, values) ->
            lines.add(
                new Chart.Line(
                    row,
                    order.stream().map(values::get).toList(),
                    rows.contains(row) ? Chart.Stroke.PLAIN : Chart.Stroke.DASHED)));
    List<String> steps = order.stream().map(columns::get).toList();
    Chart.Lines chart = new Chart.Lines(title, steps, lines).named(key, metric);
    return differsMuch(scores) ? chart.byFactors() : chart;
  }

  /** The columns from the smallest on if they are numbers, else as they stand. */
  private List<Integer> ascending() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    List<Integer> sorted = new ArrayList<>(order);
    try {
      sorted.sort(Comparator.comparing(column -> new BigDecimal(columns.get(column))));
      return sorted;
    } catch (NumberFormatException e) {
      return order; // names of another kind
    }
  }

  /** Whether it is an error that some have a hundred times as large as others. */
  private boolean differsMuch(Map<String, List<Double>> scores) {
    List<Double> all = new ArrayList<>();
    scores.values().forEach(row -> row.stream().filter(Double::isFinite).forEach(all::add));
    boolean error = Metric.of(metric).map(found -> found.better(0, 1)).orElse(false);
    if (!error || all.isEmpty() || Collections.min(all) <= 0) {
      return false;
    }
    return Collections.max(all) / Collections.min(all) > MUCH;
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
