package org.unroll.datasets.labelled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Classes;
import org.unroll.core.data.Labelled;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.metric.Classification;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.table.Source;

/**
 * Examples to classes, by a net with one head of probabilities: all that such an app's task has to
 * do but read and batch its examples. Not thread-safe.
 *
 * @param <T> an example with its class
 * @param <I> the same without, a JSON record
 */
public abstract class ClassTask<T extends Labelled, I> implements Task<I, ClassPrediction> {
  /** What it scores, for the app. */
  public static final List<String> METRICS = List.of("accuracy", "macro-f1", "roc-auc", "log-loss");

  /** Validation examples shown epoch by epoch. */
  private static final int SAMPLES = 12;

  private final Source<List<T>> source;
  private final Classes classes;
  private final Map<Split, Batches> scored = new EnumMap<>(Split.class); // after every epoch
  private Batches training; // made when first asked for

  /**
   * @param source reads each part once
   * @param classes of its training split
   */
  protected ClassTask(Source<List<T>> source, Classes classes) {
    this.source = source;
    this.classes = classes;
  }

  /** An example without its class. */
  protected abstract I input(T example);

  /** What is shown of an example. */
  protected abstract String shown(I input);

  /** For training, in another order each epoch. */
  protected abstract Batches shuffled(List<T> training);

  /** To be scored, in any order; their labels mean nothing. */
  protected abstract Batches unlabelled(List<I> inputs);

  /** The examples of a file with their classes. */
  protected abstract List<T> labelled(Path file);

  protected final List<T> examples(Split split) {
    return source.read(split);
  }

  protected final Classes classes() {
    return classes;
  }

  @Override
  public final Batches training() {
    if (training == null) {
      training = shuffled(examples(Split.TRAIN));
    }
    return training;
  }

  @Override
  public final Evaluation evaluate(Net net, Split split) {
    List<T> examples = examples(split);
    Batches batches = scored.computeIfAbsent(split, part -> unlabelled(inputs(examples)));
    return evaluate(net, examples, batches);
  }

  @Override
  public final Evaluation evaluate(Net net, Path file) {
    List<T> examples = labelled(file);
    return evaluate(net, examples, unlabelled(inputs(examples)));
  }

  private Evaluation evaluate(Net net, List<T> examples, Batches batches) {
    classes.numbers(examples); // an unknown class should not wait for the net
    return evaluate(examples, probabilities(net, batches));
  }

  /**
   * @param probabilities {@code [example][class]}
   */
  protected final Evaluation evaluate(List<T> examples, double[][] probabilities) {
    return Classification.evaluate(classes.numbers(examples), probabilities, classes.names());
  }

  private List<I> inputs(List<T> examples) {
    return examples.stream().map(this::input).toList();
  }

  private static double[][] probabilities(Net net, Batches batches) {
    double[][] probabilities = new double[batches.examples()][];
    net.outputs(
        batches,
        (example, output) -> {
          probabilities[example] = new double[output.length];
          for (int c = 0; c < output.length; c++) {
            probabilities[example][c] = output[c];
          }
        });
    return probabilities;
  }

  private List<ClassPrediction> predict(Net net, List<I> inputs) {
    List<ClassPrediction> predictions = new ArrayList<>();
    for (double[] row : probabilities(net, unlabelled(inputs))) {
      predictions.add(ClassPrediction.of(row, classes));
    }
    return predictions;
  }

  @Override
  public final List<Sample> samples(Net net, int epoch) {
    List<T> shown = Spread.of(examples(Split.VALIDATION), SAMPLES);
    List<I> inputs = inputs(shown);
    List<ClassPrediction> predictions = predict(net, inputs);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      String truth = shown.get(i).label();
      ClassPrediction said = predictions.get(i);
      samples.add(
          new Sample.Text(
              epoch, i, shown(inputs.get(i)), truth, said.label(), said.probabilities()));
    }
    return samples;
  }

  @Override
  public final Predictor<I, ClassPrediction> predictor(Net net) {
    return new Predictor<>() {
      @Override
      public List<ClassPrediction> predict(List<I> inputs) {
        return ClassTask.this.predict(net, inputs);
      }

      @Override
      public void close() {
        net.close();
      }
    };
  }

  @Override
  public final Map<String, String> digests() {
    return source.digests();
  }
}
