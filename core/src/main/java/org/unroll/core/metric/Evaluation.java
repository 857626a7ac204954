package org.unroll.core.metric;

import java.util.List;
import java.util.Map;

/**
 * The scores of one model on one split.
 *
 * @param metrics name to value in the order to print ({@code accuracy}, {@code macro-f1}, …)
 * @param tables further tables for the terminal and the report, such as a confusion matrix
 * @param charts pictures for the report
 */
public record Evaluation(Map<String, Double> metrics, List<Table> tables, List<Chart> charts) {

  /** Scores without charts. */
  public Evaluation(Map<String, Double> metrics, List<Table> tables) {
    this(metrics, tables, List.of());
  }
}
