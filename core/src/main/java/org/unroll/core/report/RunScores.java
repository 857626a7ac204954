package org.unroll.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunResult;

/** The score tables of a run, finished or not. */
final class RunScores {
  private RunScores() {}

  /** One a split, the test split first; none if nothing was measured yet. */
  static List<Table> tables(RunRecords run) {
    List<Table> tables = new ArrayList<>();
    if (run.scored.isPresent()) {
      RunResult result = run.scored.get();
      for (String split : result.metrics().keySet()) {
        tables.add(split.equals("test") ? 0 : tables.size(), ScoreTable.of(result, split));
      }
    } else if (!run.epochs.isEmpty()) {
      ScoreTable table = new ScoreTable("model", "the validation split", run.remark());
      JsonNode scores = run.epochs.lastEntry().getValue().path("validation");
      table.add(ScoreTable.NET + ", epoch " + run.epochs.lastKey(), numbers(scores));
      tables.add(table.toTable());
    }
    return tables;
  }

  /** What each of the tables comes to; empty where nothing is said. */
  static List<String> verdicts(RunRecords run) {
    List<String> verdicts = new ArrayList<>();
    for (String split : run.scored.map(RunResult::metrics).orElse(Map.of()).keySet()) {
      String text = run.scored.get().verdictOn(split).orElse("");
      verdicts.add(split.equals("test") ? 0 : verdicts.size(), text);
    }
    return verdicts;
  }

  private static Map<String, Double> numbers(JsonNode scores) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> score : scores.properties()) {
      if (score.getValue().isNumber()) {
        numbers.put(score.getKey(), score.getValue().asDouble());
      }
    }
    return numbers;
  }
}
