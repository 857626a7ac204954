package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Sample;
import org.unroll.core.app.WeighedWord;
import org.unroll.core.data.Labelled;
import org.unroll.core.data.Progress;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.ngrams.NgramFit;

/**
 * What a net says of an example: one class, or a set of labels. Fitted on the training examples.
 * Immutable and thread-safe.
 *
 * @param <O> its answer, a JSON record
 */
public interface Outcome<O extends Prediction> {
  /** Units of the head. */
  int size();

  /** What a net should say of the examples of a split. */
  @FunctionalInterface
  interface Targets {
    /**
     * Labels as the head wants them.
     *
     * @param examples numbers of some of the split
     */
    INDArray arrays(int[] examples);
  }

  /**
   * @throws org.unroll.core.UserError if an example has a label that no net could give
   */
  Targets targets(List<? extends Labelled<?>> examples);

  /**
   * What a label of the data names: itself, or several.
   *
   * @param label as the data has it
   */
  List<String> labels(String label);

  /** How often each class, or label, occurs, by name. */
  default Map<String, Integer> counts(List<? extends Labelled<?>> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Labelled<?> example : examples) {
      labels(example.label()).forEach(label -> counts.merge(label, 1, Integer::sum));
    }
    return counts;
  }

  /**
   * @param probabilities {@code [example][unit]}
   * @throws org.unroll.core.UserError as {@link #targets}
   */
  Evaluation score(List<? extends Labelled<?>> examples, double[][] probabilities);

  /** What makes the probabilities of a net as sure as it is right about these examples. */
  Temperature temperature(List<? extends Labelled<?>> examples, double[][] probabilities);

  /** A net's probabilities of an example at that temperature. */
  double[] at(Temperature temperature, double[] row);

  /**
   * @param row a probability for each unit
   */
  O prediction(double[] row);

  /** What {@link #prediction} gives. */
  Class<O> type();

  /**
   * An example as it is shown.
   *
   * @param number of those shown, from 0
   * @param words what the answer owes to each; empty if that was not asked
   */
  record Shown(int epoch, int number, String text, List<WeighedWord> words) {}

  /** Whether a sample can show what an answer owes to each word. */
  default boolean weighsWords() {
    return false;
  }

  /**
   * @param label as the data has it
   */
  Sample sample(Shown shown, String label, double[] row);

  /** What counting the labels of the training examples gives: a probability for each unit. */
  double[] mostFrequent(List<? extends Labelled<?>> training);

  /**
   * Naive Bayes over words and word pairs.
   *
   * @param texts tokenised, one for each of the training examples
   */
  WordModel naiveBayes(List<List<String>> texts, List<? extends Labelled<?>> training);

  /**
   * A linear model over words and word pairs.
   *
   * @param texts tokenised, one for each of the training examples
   */
  NgramFit ngrams(
      List<List<String>> texts, List<? extends Labelled<?>> training, Progress progress);

  /** Writes a file into an existing folder. */
  void save(Path folder) throws IOException;
}
