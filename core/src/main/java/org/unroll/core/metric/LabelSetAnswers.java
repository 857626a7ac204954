package org.unroll.core.metric;

import java.util.Arrays;
import java.util.List;

/**
 * Sets of labels of examples.
 *
 * @param labels in the order of their numbers
 * @param truth the numbers of the labels that hold for each example
 * @param probabilities {@code [example][label]}
 * @param threshold above which a probability says that the label holds
 */
public record LabelSetAnswers(
    List<String> labels, int[][] truth, double[][] probabilities, double threshold)
    implements Answers {

  @Override
  public Evaluation score() {
    boolean[][] sets = new boolean[truth.length][labels.size()];
    for (int example = 0; example < sets.length; example++) {
      for (int label : truth[example]) {
        sets[example][label] = true;
      }
    }
    return LabelSets.evaluate(sets, probabilities, labels, threshold);
  }

  @Override
  public Answers and(Answers more) {
    if (!(more instanceof LabelSetAnswers other)) {
      throw new IllegalArgumentException("answers of two kinds");
    }
    ClassUnion union = new ClassUnion(labels, other.labels);
    int before = truth.length;
    int[][] sets = Arrays.copyOf(truth, before + other.truth.length);
    double[][] rows = new double[sets.length][];
    for (int i = 0; i < before; i++) {
      rows[i] = union.widened(probabilities[i]);
    }
    for (int i = before; i < rows.length; i++) {
      sets[i] = Arrays.stream(other.truth[i - before]).map(union::number).toArray();
      rows[i] = union.ofSecond(other.probabilities[i - before]);
    }
    return new LabelSetAnswers(union.names(), sets, rows, threshold);
  }
}
