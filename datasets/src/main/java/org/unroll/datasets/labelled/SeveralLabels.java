package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.unroll.core.UserError;
import org.unroll.core.app.Sample;
import org.unroll.core.data.Classes;
import org.unroll.core.data.Labelled;
import org.unroll.core.data.Padded;
import org.unroll.core.data.Progress;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.LabelSetAnswers;
import org.unroll.datasets.ngrams.NgramFit;

/**
 * A set of labels, of which any number may hold; each has a probability of its own. A label that
 * the training examples lack is never said, and so it is missed where it holds.
 *
 * @param labels those of the training examples
 */
public record SeveralLabels(Classes labels, LabelsConfig config)
    implements Outcome<LabelsPrediction> {

  /**
   * @param what the examples are called in messages, such as texts
   * @param notices told if no example has none or several
   * @throws UserError if no example has a label
   */
  public static SeveralLabels fit(
      List<? extends Labelled<?>> training,
      String what,
      LabelsConfig config,
      Consumer<String> notices) {
    Set<String> names = new HashSet<>();
    boolean alone = true;
    for (Labelled<?> example : training) {
      List<String> labels = config.split(example.label());
      names.addAll(labels);
      alone &= labels.size() == 1;
    }
    if (names.isEmpty()) {
      throw new UserError(
          "no training example has a label, neither %s nor the others; check data.columns.label"
              .formatted(training.get(0).origin()));
    }
    if (alone) {
      notices.accept(
          "each of the training %s has exactly one label: {layer: softmax} makes use of that; several stand between '%s' (data.labels.separator)"
              .formatted(what, config.separator()));
    }
    return new SeveralLabels(Classes.sorted(names), config);
  }

  @Override
  public int size() {
    return labels.size();
  }

  @Override
  public List<String> labels(String label) {
    return config.split(label);
  }

  /** Of each example the numbers of its labels, from 0 in the order of the names. */
  private int[][] numbers(List<? extends Labelled<?>> examples, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    return examples.stream()
        .map(example -> config.split(example.label()).stream())
        .map(each -> each.filter(places::containsKey).mapToInt(places::get).sorted().toArray())
        .toArray(int[][]::new);
  }

  @Override
  public Targets targets(List<? extends Labelled<?>> examples) {
    int[][] numbers = numbers(examples, labels.names());
    return batch ->
        Padded.labels(Arrays.stream(batch).mapToObj(i -> numbers[i]).toArray(int[][]::new), size());
  }

  @Override
  public Evaluation score(List<? extends Labelled<?>> examples, double[][] probabilities) {
    Set<String> unknown = new HashSet<>();
    examples.forEach(example -> unknown.addAll(config.split(example.label())));
    labels.names().forEach(unknown::remove);
    List<String> names = new ArrayList<>(labels.names());
    names.addAll(Classes.sorted(unknown).names());
    double[][] all = new double[probabilities.length][];
    Arrays.setAll(all, i -> Arrays.copyOf(probabilities[i], names.size()));
    return Evaluation.of(
        new LabelSetAnswers(names, numbers(examples, names), all, config.threshold()));
  }

  @Override
  public Temperature temperature(List<? extends Labelled<?>> examples, double[][] probabilities) {
    return Temperature.ofLabels(numbers(examples, labels.names()), probabilities);
  }

  @Override
  public double[] at(Temperature temperature, double[] row) {
    return temperature.labels(row);
  }

  @Override
  public LabelsPrediction prediction(double[] row) {
    return LabelsPrediction.of(row, labels, config.threshold());
  }

  @Override
  public Class<LabelsPrediction> type() {
    return LabelsPrediction.class;
  }

  @Override
  public Sample sample(Shown shown, String label, double[] row) {
    LabelsPrediction said = prediction(row);
    return new Sample.Labels(
        shown.epoch(),
        shown.number(),
        shown.text(),
        config.split(label),
        said.labels(),
        said.probabilities());
  }

  /**
   * The share of each label, moved to where it says the most frequent set: no further than to the
   * threshold.
   */
  @Override
  public double[] mostFrequent(List<? extends Labelled<?>> training) {
    double[] shares = new double[size()];
    Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
    for (int[] set : numbers(training, labels.names())) {
      counts.merge(Arrays.stream(set).boxed().toList(), 1, Integer::sum);
      for (int label : set) {
        shares[label] += 1.0 / training.size();
      }
    }
    List<Integer> most = counts.keySet().iterator().next();
    for (Map.Entry<List<Integer>, Integer> set : counts.entrySet()) {
      most = set.getValue() > counts.get(most) ? set.getKey() : most;
    }
    for (int label = 0; label < shares.length; label++) {
      shares[label] =
          most.contains(label)
              ? Math.max(shares[label], Math.nextUp(config.threshold()))
              : Math.min(shares[label], config.threshold());
    }
    return shares;
  }

  @Override
  public WordModel naiveBayes(List<List<String>> texts, List<? extends Labelled<?>> training) {
    return LabelBayes.fit(texts, numbers(training, labels.names()), size());
  }

  @Override
  public NgramFit ngrams(
      List<List<String>> texts, List<? extends Labelled<?>> training, Progress progress) {
    return NgramFit.labels(
        NgramFit.Texts.of(texts, training), numbers(training, labels.names()), size(), progress);
  }

  @Override
  public void save(Path folder) throws IOException {
    labels.save(folder);
  }
}
