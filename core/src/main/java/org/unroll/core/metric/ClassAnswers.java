package org.unroll.core.metric;

import java.util.Arrays;
import java.util.List;

/**
 * Classes of examples.
 *
 * @param classes in the order of their numbers
 * @param truth the number of each example's class
 * @param probabilities {@code [example][class]}
 */
public record ClassAnswers(List<String> classes, int[] truth, double[][] probabilities)
    implements Answers {

  @Override
  public Evaluation score() {
    return Classification.evaluate(truth, probabilities, classes);
  }

  @Override
  public Answers and(Answers more) {
    if (!(more instanceof ClassAnswers other)) {
      throw new IllegalArgumentException("answers of two kinds");
    }
    ClassUnion union = new ClassUnion(classes, other.classes);
    int[] numbers = Arrays.copyOf(truth, truth.length + other.truth.length);
    double[][] rows = new double[numbers.length][];
    for (int i = 0; i < rows.length; i++) {
      boolean first = i < truth.length;
      if (!first) {
        numbers[i] = union.number(other.truth[i - truth.length]);
      }
      rows[i] =
          first
              ? union.widened(probabilities[i])
              : union.ofSecond(other.probabilities[i - truth.length]);
    }
    return new ClassAnswers(union.names(), numbers, rows);
  }
}
