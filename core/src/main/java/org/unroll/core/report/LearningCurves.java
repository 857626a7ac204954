package org.unroll.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.unroll.core.metric.Chart;

/** Charts of {@code metrics.jsonl}: one a metric, training and validation in the same one. */
final class LearningCurves {
  private final RunRecords run;
  private final int best;

  /**
   * @param best epoch to mark, or 0 for none
   */
  LearningCurves(RunRecords run, int best) {
    this.run = run;
    this.best = best;
  }

  /** The loss first; only the main metrics, and of them what has numbers. */
  List<Chart.Lines> charts() {
    List<Chart.Lines> charts = new ArrayList<>();
    for (String metric : MainMetrics.of(run.config, metricsWithNumbers())) {
      charts.add(chart(metric));
    }
    return charts;
  }

  private Set<String> metricsWithNumbers() {
    Set<String> metrics = new LinkedHashSet<>();
    for (String split : new String[] {"train", "validation"}) {
      for (JsonNode epoch : run.epochs.values()) {
        Iterator<String> names = epoch.path(split).fieldNames();
        while (names.hasNext()) {
          String name = names.next();
          if (Double.isFinite(value(epoch, split, name))) {
            metrics.add(name);
          }
        }
      }
    }
    return metrics;
  }

  private Chart.Lines chart(String metric) {
    List<Chart.Line> lines = new ArrayList<>();
    for (String split : new String[] {"train", "validation"}) {
      List<Double> values = new ArrayList<>();
      run.epochs.values().forEach(epoch -> values.add(value(epoch, split, metric)));
      if (values.stream().anyMatch(Double::isFinite)) {
        lines.add(new Chart.Line(split.equals("train") ? "training" : split, values));
      }
    }
    TreeMap<Integer, JsonNode> epochs = run.epochs;
    List<Chart.Mark> marks =
        epochs.containsKey(best)
            ? List.of(new Chart.Mark("epoch kept: " + best, epochs.headMap(best).size()))
            : List.of();
    List<String> names = epochs.keySet().stream().map(String::valueOf).toList();
    return new Chart.Lines(metric + " by epoch", names, lines, List.of(), marks);
  }

  /** NaN if it is not there or no number. */
  private static double value(JsonNode epoch, String split, String metric) {
    JsonNode value = epoch.path(split).path(metric);
    return value.isNumber() ? value.asDouble() : Double.NaN;
  }
}
