package org.unroll.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.metric.Table;

/** Size, time and provenance of a run, a line each; what is not known is left out. */
final class FactTable {
  private final RunRecords run;
  private final List<List<String>> rows = new ArrayList<>();

  FactTable(RunRecords run) {
    this.run = run;
  }

  Table table() {
    JsonNode result = run.result;
    addResult("parameters", "parameters", Readable.count(result.path("parameters").asDouble()));
    addResult("epochs", "epochs", result.path("epochs").asText());
    addResult("epoch kept", "best-epoch", result.path("best-epoch").asText());
    addResult("time", "seconds", Readable.duration(result.path("seconds").asDouble()));
    String speed = Readable.count(result.path("examples-per-second").asDouble());
    addResult("training examples a second", "examples-per-second", speed);
    if (!run.finished() && !run.epochs.isEmpty()) {
      rows.add(List.of("time of the epochs done", Readable.duration(secondsOfEpochs())));
    }
    addLeaves("", run.provenance);
    return new Table("", List.of("what", "value"), rows);
  }

  private void addResult(String name, String key, String value) {
    if (run.result.path(key).isNumber()) {
      rows.add(List.of(name, value));
    }
  }

  private double secondsOfEpochs() {
    double seconds = 0;
    for (JsonNode epoch : run.epochs.values()) {
      seconds += epoch.path("seconds").asDouble();
    }
    return seconds;
  }

  /** Nested keys are joined with dots, as on the command line. */
  private void addLeaves(String prefix, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      if (value.isObject()) {
        addLeaves(prefix + field.getKey() + ".", value);
      } else {
        String text = value.isValueNode() ? value.asText() : value.toString();
        rows.add(List.of(prefix + field.getKey(), text));
      }
    }
  }
}
