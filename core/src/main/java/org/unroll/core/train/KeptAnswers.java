package org.unroll.core.train;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Answers;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;

/** What the net and the simple models answered, by split and model: {@code answers.json}. */
final class KeptAnswers {
  private static final TypeReference<Map<String, Map<String, Answers>>> TYPE =
      new TypeReference<>() {};

  private final Map<String, Map<String, Answers>> bySplit = new LinkedHashMap<>();

  /** Adds those that the scores were made from, if they are kept. */
  void add(Split split, String model, Evaluation scores) {
    scores.answers().ifPresent(answers -> add(split.key(), model, answers));
  }

  /** Adds to those of the same model. */
  private void add(String split, String model, Answers answers) {
    bySplit
        .computeIfAbsent(split, key -> new LinkedHashMap<>())
        .merge(model, answers, Answers::and);
  }

  /** Those of all folds together; nothing where one kept none. */
  static KeptAnswers of(List<RunDirectory> folds) {
    KeptAnswers all = new KeptAnswers();
    if (folds.stream().allMatch(fold -> Files.exists(fold.answers()))) {
      for (RunDirectory fold : folds) {
        Json.read(fold.answers(), TYPE)
            .forEach(
                (split, models) ->
                    models.forEach((model, answers) -> all.add(split, model, answers)));
      }
    }
    return all;
  }

  void write(RunDirectory run) {
    if (!bySplit.isEmpty()) {
      AtomicFile.writeJson(run.answers(), TYPE, bySplit);
    }
  }

  /** The scores of a model; empty if its answers were not kept. */
  Optional<Evaluation> scores(String split, String model) {
    return Optional.ofNullable(bySplit.getOrDefault(split, Map.of()).get(model))
        .map(Answers::score);
  }
}
