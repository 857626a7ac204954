package org.unroll.core.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
  public Optional<double[]> each(Metric metric) {
    double[] each = new double[truth.length];
    if (metric == Metric.ACCURACY) {
      int[] said = Classification.mostProbable(probabilities);
      Arrays.setAll(each, i -> said[i] == truth[i] ? 1 : 0);
      return Optional.of(each);
    }
    if (metric == Metric.LOG_LOSS) {
      Arrays.setAll(each, i -> Classification.logLoss(probabilities[i][truth[i]]));
      return Optional.of(each);
    }
    return Optional.empty();
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
