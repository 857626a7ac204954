package org.unroll.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.metric.Table;

/** Size and provenance of a run, a line each; what is not known is left out. */
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
    addLeaves("", run.provenance);
    return new Table("", List.of("what", "value"), rows);
  }

  private void addResult(String name, String key, String value) {
    if (run.result.path(key).isNumber()) {
      rows.add(List.of(name, value));
    }
  }

  /** Nested keys are joined with dots, as on the command line. */
  private void addLeaves(String prefix, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      if (prefix.isEmpty() && field.getKey().equals("command")) {
        continue; // RepeatCommands says it as it was typed
      }
      if (value.isObject()) {
        addLeaves(prefix + field.getKey() + ".", value);
      } else {
        String text = value.isValueNode() ? value.asText() : joined(value);
        rows.add(List.of(prefix + field.getKey(), text));
      }
    }
  }

  private static String joined(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(each -> all.add(each.isValueNode() ? each.asText() : each.toString()));
    return String.join(", ", all);
  }
}
