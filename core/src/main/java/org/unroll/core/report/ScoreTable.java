package org.unroll.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.metric.Table;

/** The net beside the baselines, one table a split. */
final class ScoreTable {
  private final RunRecords run;

  ScoreTable(RunRecords run) {
    this.run = run;
  }

  /** Splits with scores, the test split first; none if nothing was measured yet. */
  List<String> splits() {
    Set<String> splits = new LinkedHashSet<>();
    JsonNode metrics = run.result.path("metrics");
    if (metrics.has("test")) {
      splits.add("test");
    }
    metrics.fieldNames().forEachRemaining(splits::add);
    if (splits.isEmpty() && !run.epochs.isEmpty()) {
      splits.add("validation");
    }
    return List.copyOf(splits);
  }

  /** Metric to value of the net: of the result, or of the last epoch if there is none yet. */
  Map<String, Double> scores(String split) {
    JsonNode scores = run.result.path("metrics").path(split);
    if (!run.finished() && !run.epochs.isEmpty()) {
      scores = run.epochs.lastEntry().getValue().path(split);
    }
    return numbers(scores);
  }

  /** The net in the first row, then the baselines; a dash where one lacks a metric. */
  Table table(String split) {
    Map<String, Map<String, Double>> models = new LinkedHashMap<>();
    models.put(netName(), scores(split));
    JsonNode baselines = run.result.path("baselines");
    Iterator<String> names = baselines.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      Map<String, Double> scores = numbers(baselines.path(name).path(split));
      if (!scores.isEmpty()) {
        models.put(name, scores);
      }
    }
    Set<String> metrics = new LinkedHashSet<>();
    models.values().forEach(scores -> metrics.addAll(scores.keySet()));
    List<String> header = new ArrayList<>(List.of("model"));
    header.addAll(metrics);
    List<List<String>> rows = new ArrayList<>();
    models.forEach((name, scores) -> rows.add(row(name, scores, metrics)));
    String remark = run.remark().isEmpty() ? "" : " (" + run.remark() + ")";
    return new Table(split + " split" + remark, header, rows);
  }

  private String netName() {
    if (run.finished()) {
      return "this net";
    }
    return run.epochs.isEmpty() ? "this net" : "this net, epoch " + run.epochs.lastKey();
  }

  private static List<String> row(String name, Map<String, Double> scores, Set<String> metrics) {
    List<String> row = new ArrayList<>(List.of(name));
    for (String metric : metrics) {
      row.add(scores.containsKey(metric) ? Numbers.metric(scores.get(metric)) : "–");
    }
    return row;
  }

  private static Map<String, Double> numbers(JsonNode node) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (node.path(name).isNumber()) {
        numbers.put(name, node.path(name).asDouble());
      }
    }
    return numbers;
  }
}
