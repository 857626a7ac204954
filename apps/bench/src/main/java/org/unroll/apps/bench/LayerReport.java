package org.unroll.apps.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unroll.core.Json;
import org.unroll.core.metric.Table;

/**
 * What was measured, as one table and as JSON.
 *
 * @param peak GFLOP/s of a 1024 x 1024 matrix product
 */
record LayerReport(double peak, List<LayerRow> rows) {
  private static final String NONE = "–";

  /** Times are milliseconds, training step (forward pass); ratios are ours by theirs. */
  Table table() {
    List<List<String>> cells = new ArrayList<>();
    for (LayerRow row : rows) {
      cells.add(
          List.of(
              row.layers().name(),
              row.layers().shape(),
              times(row.ours()),
              times(row, LayerRow.DL4J),
              times(row, LayerRow.PYTORCH),
              ratios(row, LayerRow.DL4J),
              ratios(row, LayerRow.PYTORCH),
              examples(row),
              speed(row)));
    }
    return new Table(
        String.format(
            Locale.ROOT,
            "ms a training step (a forward pass); a 1024 x 1024 sgemm runs at %.0f GFLOP/s",
            peak),
        List.of(
            "case",
            "inputs units batch steps",
            "ours",
            "dl4j",
            "pytorch",
            "ours/dl4j",
            "ours/pytorch",
            "examples/s of ours",
            "GFLOP/s of ours"),
        cells);
  }

  /** One line a name and rival: the geometric means of the ratios over the shapes, if several. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (String name : rows.stream().map(row -> row.layers().name()).distinct().toList()) {
      for (String rival : LayerRow.RIVALS) {
        List<LayerRow> both =
            rows.stream()
                .filter(row -> row.layers().name().equals(name))
                .filter(row -> row.rivals().containsKey(rival))
                .toList();
        if (both.size() > 1) {
          lines.add(summary(name, rival, both));
        }
      }
    }
    return lines;
  }

  private static String summary(String name, String rival, List<LayerRow> rows) {
    List<Double> fits = new ArrayList<>();
    List<Double> passes = new ArrayList<>();
    for (LayerRow row : rows) {
      Timing ratio = row.ours().by(row.rivals().get(rival));
      fits.add(ratio.fitMs());
      passes.add(ratio.inferMs());
    }
    return String.format(
        Locale.ROOT,
        "%s, ours/%s, geometric mean over %d shapes: %.3f (%.3f)",
        name,
        rival,
        rows.size(),
        Timing.geometricMean(fits),
        Timing.geometricMean(passes));
  }

  /** A list of rows. */
  String json() {
    List<Map<String, Object>> list = rows.stream().map(LayerRow::json).toList();
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of numbers must be writable", e);
    }
  }

  private static String times(LayerRow row, String rival) {
    return Optional.ofNullable(row.rivals().get(rival)).map(LayerReport::times).orElse(NONE);
  }

  private static String ratios(LayerRow row, String rival) {
    return Optional.ofNullable(row.rivals().get(rival))
        .map(their -> times(row.ours().by(their)))
        .orElse(NONE);
  }

  private static String examples(LayerRow row) {
    Timing ours = row.ours();
    double thousands = 1e3 * row.layers().batch();
    return String.format(
        Locale.ROOT, "%,.0f (%,.0f)", thousands / ours.fitMs(), thousands / ours.inferMs());
  }

  private static String speed(LayerRow row) {
    OptionalDouble forward = row.layers().forwardOperations();
    if (forward.isEmpty()) {
      return NONE;
    }
    Timing ours = row.ours();
    double fit = row.layers().trainingOperations().getAsDouble() / ours.fitMs() / 1e6;
    double infer = forward.getAsDouble() / ours.inferMs() / 1e6;
    return String.format(Locale.ROOT, "%.0f (%.0f)", fit, infer);
  }

  private static String times(Timing timing) {
    return digits(timing.fitMs()) + " (" + digits(timing.inferMs()) + ")";
  }

  /** Three digits or so. */
  private static String digits(double value) {
    return String.format(Locale.ROOT, value < 1 ? "%.3f" : value < 100 ? "%.2f" : "%.0f", value);
  }
}
