package org.unroll.core.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.Json;
import org.unroll.core.app.Prediction;

/**
 * The rows of a file of predictions as JSON objects: kept columns, the input, the answer. All have
 * the fields of the first with an answer, for which those before it wait; without an answer they
 * hold null. Not thread-safe.
 */
final class PredictionRows {
  /** Before the name of a kept column that the answer has, too. */
  private static final String OF_INPUT = "input.";

  private final boolean table;
  private final List<AnsweredRow> waiting = new ArrayList<>();
  private final List<String> said = new ArrayList<>(); // fields of input and answer
  private final List<String> repeated = new ArrayList<>(); // kept columns that the input has

  /**
   * @param table whether objects in objects are columns of their own, and tables several rows
   */
  PredictionRows(boolean table) {
    this.table = table;
  }

  /** What can be written now that a row is there. */
  List<ObjectNode> next(AnsweredRow row) {
    if (said.isEmpty() && row.answer().isEmpty()) {
      waiting.add(row);
      return List.of();
    }
    List<ObjectNode> answers = answers(row);
    if (said.isEmpty()) {
      learn(row, answers.get(0));
    }
    List<ObjectNode> ready = rest();
    answers.forEach(answer -> ready.add(whole(row, answer)));
    return ready;
  }

  /** What still waits at the end. */
  List<ObjectNode> rest() {
    List<ObjectNode> rest = new ArrayList<>();
    waiting.forEach(row -> rest.add(whole(row, Json.MAPPER.createObjectNode())));
    waiting.clear();
    return rest;
  }

  private void learn(AnsweredRow row, ObjectNode answer) {
    answer.fieldNames().forEachRemaining(said::add);
    JsonNode input = Json.MAPPER.valueToTree(row.input().orElseThrow());
    row.kept()
        .forEach(
            (name, cell) -> {
              if (input.path(name).asText().equals(cell.strip()) && said.contains(name)) {
                repeated.add(name);
              }
            });
  }

  private List<ObjectNode> answers(AnsweredRow row) {
    List<ObjectNode> answers = new ArrayList<>();
    if (row.answer().isEmpty()) {
      return List.of(Json.MAPPER.createObjectNode());
    }
    Prediction answer = row.answer().get();
    for (Object each : table ? answer.rows() : List.of()) {
      answers.add(flat(Json.MAPPER.valueToTree(each)));
    }
    if (answers.isEmpty()) {
      ObjectNode both = Json.MAPPER.valueToTree(row.input().orElseThrow());
      both.setAll(Json.MAPPER.<ObjectNode>valueToTree(answer));
      answers.add(flat(both));
    }
    return answers;
  }

  private ObjectNode whole(AnsweredRow row, ObjectNode answer) {
    ObjectNode whole = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, String> cell : row.kept().entrySet()) {
      if (!repeated.contains(cell.getKey())) {
        boolean taken = said.contains(cell.getKey());
        whole.put((taken ? OF_INPUT : "") + cell.getKey(), cell.getValue());
      }
    }
    if (answer.isEmpty()) {
      said.forEach(whole::putNull);
    }
    whole.setAll(answer);
    return whole;
  }

  /** {@code {"a": {"b": 1}}} becomes the column {@code a.b} of a table. */
  private ObjectNode flat(ObjectNode row) {
    if (!table) {
      return row;
    }
    ObjectNode flat = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      if (field.getValue() instanceof ObjectNode inner) {
        for (Map.Entry<String, JsonNode> nested : inner.properties()) {
          flat.set(field.getKey() + "." + nested.getKey(), nested.getValue());
        }
      } else {
        flat.set(field.getKey(), field.getValue());
      }
    }
    return flat;
  }
}
