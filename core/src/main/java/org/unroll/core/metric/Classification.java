package org.unroll.core.metric;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Scores a classifier from the true classes and the probabilities it gave.
 *
 * <p>{@code accuracy}, {@code macro-f1} and {@code roc-auc} are 0–1, {@code log-loss} is in nats
 * per example. The predicted class is the most probable; of equals, the first. With two classes
 * {@code roc-auc} ranks by the probability of the second; with more it is the mean over classes,
 * each against all others. A class without both kinds of example has no {@code roc-auc} and is left
 * out of that mean; if no class has one, the metric itself is left out.
 */
public final class Classification {
  /** Probabilities are clipped to [CLIP, 1 − CLIP], so that one sure mistake costs 34.5 nats. */
  public static final double CLIP = 1e-15;

  private Classification() {}

  /**
   * @param truth class numbers from 0, at least one
   * @param probabilities {@code [example][class]}, each row summing to 1
   * @param classes names, in the order of the numbers
   * @throws IllegalArgumentException if sizes disagree, there is no example, or a probability is
   *     NaN or outside 0–1
   */
  public static Evaluation evaluate(int[] truth, double[][] probabilities, List<String> classes) {
    check(truth, probabilities, classes.size());
    ConfusionMatrix matrix = ConfusionMatrix.of(truth, mostProbable(probabilities), classes);
    Map<String, Double> metrics = matrix.metrics();
    rocAuc(truth, probabilities).ifPresent(area -> metrics.put(Metric.ROC_AUC.key(), area));
    metrics.put(Metric.LOG_LOSS.key(), logLoss(truth, probabilities));
    Reliability reliability = Reliability.of(truth, probabilities, "examples");
    return new Evaluation(
            metrics,
            List.of(matrix.toTable(), matrix.perClassTable()),
            List.of(reliability.chart()))
        .detailed(List.of(reliability.table()));
  }

  /** The most probable class of each example; of equals, the first. */
  public static int[] mostProbable(double[][] probabilities) {
    int[] best = new int[probabilities.length];
    for (int example = 0; example < best.length; example++) {
      double[] row = probabilities[example];
      for (int number = 1; number < row.length; number++) {
        if (row[number] > row[best[example]]) {
          best[example] = number;
        }
      }
    }
    return best;
  }

  static double logLoss(int[] truth, double[][] probabilities) {
    double sum = 0;
    for (int example = 0; example < truth.length; example++) {
      sum += logLoss(probabilities[example][truth[example]]);
    }
    return sum / truth.length;
  }

  /** Of the probability that was given to the truth. */
  static double logLoss(double probability) {
    return -Math.log(Math.min(1 - CLIP, Math.max(CLIP, probability)));
  }

  private static OptionalDouble rocAuc(int[] truth, double[][] probabilities) {
    int classes = probabilities[0].length;
    if (classes == 2) {
      return rocAuc(truth, probabilities, 1);
    }
    double sum = 0;
    int defined = 0;
    for (int number = 0; number < classes; number++) {
      OptionalDouble area = rocAuc(truth, probabilities, number);
      if (area.isPresent()) {
        sum += area.getAsDouble();
        defined++;
      }
    }
    return defined == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / defined);
  }

  private static OptionalDouble rocAuc(int[] truth, double[][] probabilities, int number) {
    boolean[] positive = new boolean[truth.length];
    double[] scores = new double[truth.length];
    for (int example = 0; example < truth.length; example++) {
      positive[example] = truth[example] == number;
      scores[example] = probabilities[example][number];
    }
    return RocAuc.of(positive, scores);
  }

  static void check(int[] truth, double[][] probabilities, int classes) {
    if (truth.length == 0 || truth.length != probabilities.length) {
      throw new IllegalArgumentException(
          truth.length + " labels for " + probabilities.length + " rows of probabilities");
    }
    for (int example = 0; example < truth.length; example++) {
      double[] row = probabilities[example];
      if (row.length != classes || truth[example] < 0 || truth[example] >= classes) {
        throw new IllegalArgumentException(
            "example %d: class %d and %d probabilities, of %d classes"
                .formatted(example, truth[example], row.length, classes));
      }
      for (double probability : row) {
        // float rounding may leave a softmax a little above 1; written so that NaN fails too
        if (!(probability >= 0 && probability <= 1 + 1e-5)) {
          throw new IllegalArgumentException("example " + example + ": probability " + probability);
        }
      }
    }
  }
}
