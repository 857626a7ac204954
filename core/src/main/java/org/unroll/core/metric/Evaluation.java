package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scores of one model on one split.
 *
 * @param metrics name to value in the order to print ({@code accuracy}, {@code macro-f1}, …)
 * @param tables further tables for the terminal and the report, such as a confusion matrix
 * @param charts pictures for the report
 * @param answers what was scored, to score that of several folds as one; empty if that is not kept
 */
public record Evaluation(
    Map<String, Double> metrics,
    List<Table> tables,
    List<Chart> charts,
    Optional<Answers> answers) {

  /** Scores without charts. */
  public Evaluation(Map<String, Double> metrics, List<Table> tables) {
    this(metrics, tables, List.of());
  }

  /** Scores whose answers are not kept. */
  public Evaluation(Map<String, Double> metrics, List<Table> tables, List<Chart> charts) {
    this(metrics, tables, charts, Optional.empty());
  }

  /** The scores of answers, which are kept. */
  public static Evaluation of(Answers answers) {
    Evaluation scores = answers.score();
    return new Evaluation(scores.metrics(), scores.tables(), scores.charts(), Optional.of(answers));
  }

  /** The same with further tables, behind those that there are. */
  public Evaluation with(List<Table> more) {
    List<Table> all = new ArrayList<>(tables);
    all.addAll(more);
    return new Evaluation(metrics, all, charts, answers);
  }
}
