package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.unroll.core.SinglePrecision;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.BucketBatches;
import org.unroll.core.data.Classes;
import org.unroll.core.data.Encoded;
import org.unroll.core.data.Labelled;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.metric.ClassAnswers;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.table.Source;

/**
 * Examples to classes, by a net with one head of probabilities: all that such an app's task has to
 * do but read and encode its examples. Not thread-safe.
 *
 * @param <T> an example with its class
 * @param <I> the same without, a JSON record
 */
public abstract class ClassTask<T extends Labelled<I>, I> implements Task<I, ClassPrediction> {
  /** What it scores, for the app. */
  public static final List<Metric> METRICS =
      List.of(Metric.ACCURACY, Metric.MACRO_F1, Metric.ROC_AUC, Metric.LOG_LOSS);

  /** Validation examples shown epoch by epoch. */
  private static final int SAMPLES = 12;

  /** To be scored, any order will do: like lengths together pad least. */
  private static final BatchOrder SCORED = new BatchOrder(64, 0, true);

  private final Source<List<T>> source;
  private final Classes classes;
  private final Function<Path, List<T>> reader;
  private final BatchOrder order;
  private final Map<Split, Batches> scored = new EnumMap<>(Split.class); // after every epoch
  private Batches training; // made when first asked for

  /**
   * @param source reads each part once
   * @param reader of files with classes
   * @param classes of the training split
   * @param order of the training batches
   */
  protected ClassTask(
      Source<List<T>> source, Function<Path, List<T>> reader, Classes classes, BatchOrder order) {
    this.source = source;
    this.reader = reader;
    this.classes = classes;
    this.order = order;
  }

  /** Inputs as numbers. */
  protected abstract Encoded encode(List<I> inputs);

  /** What is shown of an example. */
  protected String shown(I input) {
    return input.toString();
  }

  protected final List<T> examples(Split split) {
    return source.read(split);
  }

  /** The examples of a file with their classes. */
  protected final List<T> examples(Path file) {
    return reader.apply(file);
  }

  protected final Classes classes() {
    return classes;
  }

  @Override
  public final Batches training() {
    if (training == null) {
      List<T> examples = examples(Split.TRAIN);
      Encoded encoded = encode(inputs(examples));
      int[] numbers = classes.numbers(examples);
      training =
          new BucketBatches(
              order.of(encoded.lengths()),
              (epoch, batch) -> encoded.inEpoch(epoch).arrays(batch, numbers(numbers, batch)));
    }
    return training;
  }

  private Batches unlabelled(List<I> inputs) {
    Encoded encoded = encode(inputs);
    return new BucketBatches(
        SCORED.of(encoded.lengths()), batch -> encoded.arrays(batch, new int[batch.length]));
  }

  private static int[] numbers(int[] classes, int[] batch) {
    return Arrays.stream(batch).map(example -> classes[example]).toArray();
  }

  @Override
  public final Evaluation evaluate(Net net, Split split) {
    List<T> examples = examples(split);
    return evaluate(
        net, examples, scored.computeIfAbsent(split, part -> unlabelled(inputs(examples))));
  }

  @Override
  public final Evaluation evaluate(Net net, Path file) {
    List<T> examples = examples(file);
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
    return Evaluation.of(
        new ClassAnswers(classes.names(), classes.numbers(examples), probabilities));
  }

  private List<I> inputs(List<T> examples) {
    return examples.stream().map(Labelled::input).toList();
  }

  private static double[][] probabilities(Net net, Batches batches) {
    double[][] probabilities = new double[batches.examples()][];
    net.outputs(
        batches, (example, output) -> probabilities[example] = SinglePrecision.widened(output));
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
  public final Class<ClassPrediction> outputType() {
    return ClassPrediction.class;
  }

  /** What counting the classes of the training split gives. */
  @Override
  public Map<String, Evaluation> baselines(Split split) {
    double[] shares = new double[classes.size()];
    int[] training = classes.numbers(examples(Split.TRAIN));
    for (int number : training) {
      shares[number] += 1.0 / training.length;
    }
    List<T> examples = examples(split);
    double[][] same = Collections.nCopies(examples.size(), shares).toArray(double[][]::new);
    return Map.of("most-frequent", evaluate(examples, same));
  }

  @Override
  public void save(Path folder) throws IOException {
    classes.save(folder);
  }

  @Override
  public final Map<String, String> digests() {
    return source.digests();
  }
}
