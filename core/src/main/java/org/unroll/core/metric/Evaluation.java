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
 * @param details tables for the report alone, such as single examples: too wide for a terminal
 * @param answers what was scored, to score that of several folds as one; empty if that is not kept
 */
public record Evaluation(
    Map<String, Double> metrics,
    List<Table> tables,
    List<Chart> charts,
    List<Table> details,
    Optional<Answers> answers) {

  /** Scores without charts. */
  public Evaluation(Map<String, Double> metrics, List<Table> tables) {
    this(metrics, tables, List.of());
  }

  /** Scores whose answers are not kept. */
  public Evaluation(Map<String, Double> metrics, List<Table> tables, List<Chart> charts) {
    this(metrics, tables, charts, List.of(), Optional.empty());
  }

  /** The scores of answers, which are kept. */
  public static Evaluation of(Answers answers) {
    Evaluation scores = answers.score();
    return new Evaluation(
        scores.metrics(), scores.tables(), scores.charts(), scores.details(), Optional.of(answers));
  }

  /** The same with further tables, behind those that there are. */
  public Evaluation with(List<Table> more) {
    return new Evaluation(metrics, joined(tables, more), charts, details, answers);
  }

  /** The same with further tables for the report alone, before those that there are. */
  public Evaluation detailed(List<Table> more) {
    return new Evaluation(metrics, tables, charts, joined(more, details), answers);
  }

  private static List<Table> joined(List<Table> first, List<Table> second) {
    List<Table> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
