package org.unroll.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunResult;

/** The score tables of a run, finished or not. */
final class RunScores {
  private RunScores() {}

  /** A table and the sentence on what it comes to, if there is one. */
  record Judged(Table table, Optional<String> verdict) {}

  /** One a split, the test split first; none if nothing was measured yet. */
  static List<Judged> tables(RunRecords run) {
    List<Judged> tables = new ArrayList<>();
    if (run.scored.isPresent()) {
      RunResult result = run.scored.get();
      for (String split : result.metrics().keySet()) {
        Judged judged = new Judged(ScoreTable.of(result, split), result.verdictOn(split));
        tables.add(split.equals("test") ? 0 : tables.size(), judged);
      }
    } else if (!run.epochs.isEmpty()) {
      ScoreTable table = new ScoreTable("model", "the validation split", run.remark());
      JsonNode scores = run.epochs.lastEntry().getValue().path("validation");
      table.add(ScoreTable.NET + ", epoch " + run.epochs.lastKey(), numbers(scores));
      tables.add(new Judged(table.toTable(), Optional.empty()));
    }
    return tables;
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
