package org.unroll.core.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Scores sets of labels, of which any number holds for an example.
 *
 * <p>A label is said to hold if its probability is above a threshold. {@code micro-f1} counts all
 * labels of all examples together, {@code macro-f1}, {@code average-precision} and {@code roc-auc}
 * are means over the labels; {@code exact-match} asks for whole sets; all are 0–1. {@code log-loss}
 * is in nats per label and example. A label that neither occurs nor is said has no F1, one that
 * never holds no average precision, one that always or never holds no ROC: it is left out of that
 * mean, and a metric that no label has is left out itself.
 */
public final class LabelSets {
  /** What it scores. */
  public static final List<Metric> METRICS =
      List.of(
          Metric.MICRO_F1,
          Metric.MACRO_F1,
          Metric.AVERAGE_PRECISION,
          Metric.ROC_AUC,
          Metric.EXACT_MATCH,
          Metric.LOG_LOSS);

  private LabelSets() {}

  /**
   * @param truth {@code [example][label]}, at least one example
   * @param probabilities of the same shape
   * @param labels their names
   * @param threshold above which a probability says that the label holds
   * @throws IllegalArgumentException if sizes disagree, there is no example, or a probability is
   *     NaN or outside 0–1
   */
  public static Evaluation evaluate(
      boolean[][] truth, double[][] probabilities, List<String> labels, double threshold) {
    check(truth, probabilities, labels.size());
    boolean[][] answers = new boolean[truth.length][labels.size()];
    int exact = 0;
    for (int example = 0; example < truth.length; example++) {
      for (int label = 0; label < labels.size(); label++) {
        answers[example][label] = probabilities[example][label] > threshold;
      }
      exact += Arrays.equals(answers[example], truth[example]) ? 1 : 0;
    }
    LabelCounts counts = new LabelCounts(labels, truth, answers);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metric.MICRO_F1.key(), counts.microF1());
    metrics.put(Metric.MACRO_F1.key(), counts.macroF1());
    mean(truth, probabilities, AveragePrecision::of)
        .ifPresent(mean -> metrics.put(Metric.AVERAGE_PRECISION.key(), mean));
    mean(truth, probabilities, RocAuc::of)
        .ifPresent(mean -> metrics.put(Metric.ROC_AUC.key(), mean));
    metrics.put(Metric.EXACT_MATCH.key(), (double) exact / truth.length);
    metrics.put(Metric.LOG_LOSS.key(), logLoss(truth, probabilities));
    return new Evaluation(metrics, List.of(counts.toTable()));
  }

  private interface Ranking {
    OptionalDouble of(boolean[] positive, double[] scores);
  }

  /** Over the labels that have one. */
  private static OptionalDouble mean(boolean[][] truth, double[][] probabilities, Ranking ranking) {
    double sum = 0;
    int defined = 0;
    boolean[] positive = new boolean[truth.length];
    double[] scores = new double[truth.length];
    for (int label = 0; label < truth[0].length; label++) {
      for (int example = 0; example < truth.length; example++) {
        positive[example] = truth[example][label];
        scores[example] = probabilities[example][label];
      }
      OptionalDouble one = ranking.of(positive, scores);
      sum += one.orElse(0);
      defined += one.isPresent() ? 1 : 0;
    }
    return defined == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / defined);
  }

  private static double logLoss(boolean[][] truth, double[][] probabilities) {
    double sum = 0;
    for (int example = 0; example < truth.length; example++) {
      for (int label = 0; label < truth[example].length; label++) {
        double probability = probabilities[example][label];
        double ofTruth = truth[example][label] ? probability : 1 - probability;
        sum += Classification.logLoss(ofTruth);
      }
    }
    return sum / truth.length / truth[0].length;
  }

  private static void check(boolean[][] truth, double[][] probabilities, int labels) {
    if (truth.length == 0 || truth.length != probabilities.length) {
      throw new IllegalArgumentException(
          truth.length + " sets for " + probabilities.length + " rows of probabilities");
    }
    for (int example = 0; example < truth.length; example++) {
      if (truth[example].length != labels || probabilities[example].length != labels) {
        throw new IllegalArgumentException("example " + example + ": not " + labels + " labels");
      }
      for (double probability : probabilities[example]) {
        if (!(probability >= 0 && probability <= 1)) { // written so that NaN fails too
          throw new IllegalArgumentException("example " + example + ": probability " + probability);
        }
      }
    }
  }
}
