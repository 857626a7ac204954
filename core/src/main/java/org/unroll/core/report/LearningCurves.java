package org.unroll.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Scale;
import org.unroll.core.metric.Table;
import org.unroll.core.yaml.PlainConfig;

/** Charts of {@code metrics.jsonl}: one a metric, training and validation in the same one. */
final class LearningCurves {
  private static final List<String> SPLITS = List.of("train", "validation");

  private final RunRecords run;

  LearningCurves(RunRecords run) {
    this.run = run;
  }

  /** The main metrics, the loss first; the further ones folded. Nothing that has no numbers. */
  void addTo(Html html) {
    List<String> further = new ArrayList<>(metricsWithNumbers());
    List<String> main = MainMetrics.of(PlainConfig.of(run.config), further);
    further.removeAll(main);
    add(html, main);
    if (!further.isEmpty()) {
      String title = further.size() == 1 ? "1 further curve" : further.size() + " further curves";
      html.raw("<details id=\"further-curves\">").element("summary", "", title);
      add(html, further);
      html.raw("</details>");
    }
  }

  private void add(Html html, List<String> metrics) {
    if (run.epochs.size() == 1) {
      html.table(onlyEpoch(metrics), "");
      return;
    }
    html.raw("<div class=\"charts curves\">");
    for (String metric : metrics) {
      html.raw(Figures.of(chart(metric), "epoch"));
    }
    html.raw("</div>");
  }

  /** A line needs two. */
  private Table onlyEpoch(List<String> metrics) {
    JsonNode epoch = run.epochs.firstEntry().getValue();
    List<List<String>> rows = new ArrayList<>();
    for (String metric : metrics) {
      List<String> row = new ArrayList<>(List.of(metric));
      for (String split : SPLITS) {
        double value = value(epoch, split, metric);
        row.add(Double.isFinite(value) ? Scale.OPEN.text(value) : Table.NONE);
      }
      rows.add(row);
    }
    String title = "epoch " + run.epochs.firstKey() + ", the only one";
    return new Table(title, List.of("metric", "training", "validation"), rows);
  }

  Set<String> metricsWithNumbers() {
    Set<String> metrics = new LinkedHashSet<>();
    for (String split : SPLITS) {
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

  /** Training and validation by epoch. */
  Chart.Lines chart(String metric) {
    List<Chart.Line> lines = new ArrayList<>();
    for (String split : SPLITS) {
      List<Double> values = new ArrayList<>();
      run.epochs.values().forEach(epoch -> values.add(value(epoch, split, metric)));
      if (values.stream().anyMatch(Double::isFinite)) {
        double last = values.stream().filter(Double::isFinite).reduce(0.0, (any, next) -> next);
        String name = split.equals("train") ? "training" : split;
        lines.add(new Chart.Line(name + " " + Scale.OPEN.text(last), values));
      }
    }
    TreeMap<Integer, JsonNode> epochs = run.epochs;
    int best = run.result.path("best-epoch").asInt(0);
    List<Chart.Mark> marks =
        epochs.containsKey(best)
            ? List.of(new Chart.Mark("epoch kept: " + best, epochs.headMap(best).size()))
            : List.of();
    List<String> names = epochs.keySet().stream().map(String::valueOf).toList();
    return new Chart.Lines(metric + " by epoch", names, lines, List.of(), marks).named("epoch", "");
  }

  /** NaN if it is not there or no number. */
  private static double value(JsonNode epoch, String split, String metric) {
    JsonNode value = epoch.path(split).path(metric);
    return value.isNumber() ? value.asDouble() : Double.NaN;
  }
}
