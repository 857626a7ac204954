package org.unroll.apps.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.metric.Table;

/**
 * What was measured, as one table and as JSON.
 *
 * @param peak GFLOP/s of a 1024 x 1024 matrix product
 */
record LayerReport(double peak, List<Row> rows) {
  static final String OURS = "ours";
  static final String DL4J = "dl4j";
  static final String PYTORCH = "pytorch";

  /**
   * @param timings by contender; ours is always among them
   */
  record Row(LayerCase layers, Map<String, Timing> timings) {}

  /** Times are milliseconds, training step (forward pass); ratios are ours by theirs. */
  Table table() {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(
              row.layers().cellName(),
              row.layers().shape(),
              times(row, OURS),
              times(row, DL4J),
              times(row, PYTORCH),
              ratios(row, DL4J),
              ratios(row, PYTORCH),
              speed(row)));
    }
    return new Table(
        String.format(
            Locale.ROOT,
            "ms a training step (a forward pass); a 1024 x 1024 sgemm runs at %.0f GFLOP/s",
            peak),
        List.of(
            "cell",
            "inputs units batch steps",
            "ours",
            "dl4j",
            "pytorch",
            "ours/dl4j",
            "ours/pytorch",
            "GFLOP/s of ours"),
        cells);
  }

  /** One line a cell and rival: the geometric means of the ratios over the shapes. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (String cell : rows.stream().map(row -> row.layers().cellName()).distinct().toList()) {
      for (String rival : List.of(DL4J, PYTORCH)) {
        List<Row> both =
            rows.stream()
                .filter(row -> row.layers().cellName().equals(cell))
                .filter(row -> row.timings().containsKey(rival))
                .toList();
        if (!both.isEmpty()) {
          lines.add(summary(cell, rival, both));
        }
      }
    }
    return lines;
  }

  private static String summary(String cell, String rival, List<Row> rows) {
    List<Double> fits = new ArrayList<>();
    List<Double> passes = new ArrayList<>();
    for (Row row : rows) {
      fits.add(row.timings().get(OURS).fitMs() / row.timings().get(rival).fitMs());
      passes.add(row.timings().get(OURS).inferMs() / row.timings().get(rival).inferMs());
    }
    return String.format(
        Locale.ROOT,
        "%s, ours/%s, geometric mean over %d shapes: %.3f (%.3f)",
        cell,
        rival,
        rows.size(),
        Timing.geometricMean(fits),
        Timing.geometricMean(passes));
  }

  /** A list of rows; a contender that did not take part has no key. */
  String json() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("cell", row.layers().cellName());
      map.put("inputs", row.layers().inputs());
      map.put("units", row.layers().units());
      map.put("batch", row.layers().batch());
      map.put("steps", row.layers().steps());
      map.put("layers", row.layers().stack().layers());
      map.put("bidirectional", row.layers().stack().bidirectional());
      map.putAll(row.timings());
      list.add(map);
    }
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of numbers must be writable", e);
    }
  }

  private static String times(Row row, String contender) {
    return Optional.ofNullable(row.timings().get(contender))
        .map(timing -> pair(timing.fitMs(), timing.inferMs()))
        .orElse("–");
  }

  private static String ratios(Row row, String rival) {
    Timing ours = row.timings().get(OURS);
    return Optional.ofNullable(row.timings().get(rival))
        .map(their -> pair(ours.fitMs() / their.fitMs(), ours.inferMs() / their.inferMs()))
        .orElse("–");
  }

  private static String speed(Row row) {
    Timing ours = row.timings().get(OURS);
    return String.format(
        Locale.ROOT,
        "%.0f (%.0f)",
        row.layers().trainingOperations() / ours.fitMs() / 1e6,
        row.layers().forwardOperations() / ours.inferMs() / 1e6);
  }

  private static String pair(double fit, double infer) {
    return digits(fit) + " (" + digits(infer) + ")";
  }

  /** Three digits or so. */
  private static String digits(double value) {
    return String.format(Locale.ROOT, value < 1 ? "%.3f" : value < 100 ? "%.2f" : "%.0f", value);
  }
}
