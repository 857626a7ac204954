package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.app.Sample;
import org.unroll.core.data.Classes;
import org.unroll.core.data.Labelled;
import org.unroll.core.data.Padded;
import org.unroll.core.data.Progress;
import org.unroll.core.metric.ClassAnswers;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.ngrams.NgramFit;

/**
 * One class of several; probabilities sum to 1.
 *
 * @param classes those of the training examples
 */
public record OneClass(Classes classes) implements Outcome<ClassPrediction> {

  /**
   * @param what the examples are called in messages, such as texts
   * @param labels how several would be written
   * @throws UserError if there is but one class, or examples have several at once
   */
  public static OneClass fit(
      List<? extends Labelled<?>> training, String what, LabelsConfig labels) {
    Classes classes = Classes.fit(training, what);
    labels
        .several(classes.names())
        .ifPresent(
            cell -> {
              throw new UserError(
                  "the label \"%s\" looks like several, %s, which softmax takes for one class. Write {layer: sigmoid} for the head, or as data.labels.separator something that no class holds."
                      .formatted(cell, String.join(" and ", labels.split(cell))));
            });
    return new OneClass(classes);
  }

  @Override
  public int size() {
    return classes.size();
  }

  @Override
  public List<String> labels(String label) {
    return List.of(label);
  }

  @Override
  public Targets targets(List<? extends Labelled<?>> examples) {
    int[] numbers = classes.numbers(examples);
    return batch -> Padded.labels(Arrays.stream(batch).map(i -> numbers[i]).toArray());
  }

  @Override
  public Evaluation score(List<? extends Labelled<?>> examples, double[][] probabilities) {
    return Evaluation.of(
        new ClassAnswers(classes.names(), classes.numbers(examples), probabilities));
  }

  @Override
  public Temperature temperature(List<? extends Labelled<?>> examples, double[][] probabilities) {
    return Temperature.ofClasses(classes.numbers(examples), probabilities);
  }

  @Override
  public double[] at(Temperature temperature, double[] row) {
    return temperature.classes(row);
  }

  @Override
  public ClassPrediction prediction(double[] row) {
    return ClassPrediction.of(row, classes);
  }

  @Override
  public Class<ClassPrediction> type() {
    return ClassPrediction.class;
  }

  @Override
  public Sample sample(Shown shown, String label, double[] row) {
    ClassPrediction said = prediction(row);
    return new Sample.Text(
        shown.epoch(),
        shown.number(),
        shown.text(),
        label,
        said.label(),
        said.probabilities(),
        shown.words());
  }

  @Override
  public boolean weighsWords() {
    return true;
  }

  /** The share of each class. */
  @Override
  public double[] mostFrequent(List<? extends Labelled<?>> training) {
    double[] shares = new double[size()];
    for (int number : classes.numbers(training)) {
      shares[number] += 1.0 / training.size();
    }
    return shares;
  }

  @Override
  public WordModel naiveBayes(List<List<String>> texts, List<? extends Labelled<?>> training) {
    return NaiveBayes.fit(texts, classes.numbers(training), size());
  }

  @Override
  public NgramFit ngrams(
      List<List<String>> texts, List<? extends Labelled<?>> training, Progress progress) {
    return NgramFit.classes(
        NgramFit.Texts.of(texts, training), classes.numbers(training), size(), progress);
  }

  @Override
  public void save(Path folder) throws IOException {
    classes.save(folder);
  }
}
