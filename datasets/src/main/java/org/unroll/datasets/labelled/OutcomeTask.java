package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.unroll.core.SinglePrecision;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Net;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.app.WeighedWord;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.BucketBatches;
import org.unroll.core.data.Derived;
import org.unroll.core.data.Encoded;
import org.unroll.core.data.Labelled;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.MostCertain;
import org.unroll.core.metric.Table;
import org.unroll.datasets.table.PartFacts;
import org.unroll.datasets.table.Source;

/**
 * Examples to classes or sets of labels, by a net with one head of probabilities: all that such an
 * app's task has to do but read and encode its examples. Not thread-safe.
 *
 * @param <T> an example with its label
 * @param <I> the same without, a JSON record
 * @param <O> what is said of it, a JSON record
 */
public abstract class OutcomeTask<T extends Labelled<I>, I, O extends Prediction>
    implements Task<I, O> {
  /** Validation examples shown epoch by epoch. */
  private static final int SAMPLES = 12;

  /** To be scored, any order will do: like lengths together pad least. */
  private static final BatchOrder SCORED = new BatchOrder(64, 0, true);

  private final Source<List<T>> source;
  private final Outcome<O> outcome;
  private final Function<Path, List<T>> reader;
  private final BatchOrder order;
  private final Map<Split, Batches> scored = new EnumMap<>(Split.class); // after every epoch
  private Batches training; // made when first asked for
  private long trained; // steps of its examples, likewise
  private Temperature temperature = Temperature.ONE; // until a net is calibrated

  /**
   * @param source reads each part once
   * @param reader of files with labels
   * @param outcome fitted on the training split
   * @param order of the training batches
   */
  protected OutcomeTask(
      Source<List<T>> source,
      Function<Path, List<T>> reader,
      Outcome<O> outcome,
      BatchOrder order) {
    this.source = source;
    this.reader = reader;
    this.outcome = outcome;
    this.order = order;
  }

  /** Inputs as numbers. */
  protected abstract Encoded encode(List<I> inputs);

  /** Those of the training examples, of which something may be known that the inputs do not say. */
  protected Encoded encodeTraining(List<T> examples) {
    return encode(inputs(examples));
  }

  /** What is shown of an example. */
  protected String shown(I input) {
    return input.toString();
  }

  /**
   * How long each input is, by what that is measured in, such as {@code words}; empty if they have
   * no lengths.
   */
  protected Map<String, int[]> lengths(List<I> inputs) {
    return Map.of();
  }

  /** The input without each of its words in turn; none of inputs that have no words. */
  protected List<Occlusion.Without<I>> without(I input) {
    return List.of();
  }

  protected final List<T> examples(Split split) {
    return source.read(split);
  }

  /** The examples of a file with their labels. */
  protected final List<T> examples(Path file) {
    return reader.apply(file);
  }

  protected final Outcome<O> outcome() {
    return outcome;
  }

  @Override
  public final Batches training() {
    if (training == null) {
      List<T> examples = examples(Split.TRAIN);
      Encoded encoded = encodeTraining(examples);
      Outcome.Targets targets = outcome.targets(examples);
      int[] lengths = encoded.lengths();
      trained = Arrays.stream(lengths).asLongStream().sum();
      training =
          new BucketBatches(
              order.of(lengths),
              (epoch, batch) -> encoded.inEpoch(epoch).arrays(batch, targets.arrays(batch)));
    }
    return training;
  }

  private Batches unlabelled(List<I> inputs) {
    Encoded encoded = encode(inputs);
    return new BucketBatches(
        SCORED.of(encoded.lengths()), batch -> encoded.arrays(batch, new int[batch.length]));
  }

  @Override
  public final Evaluation evaluate(Net net, Split split) {
    List<T> examples = examples(split);
    Evaluation scores = evaluate(net, examples, scored(split));
    List<String> texts = Derived.of(inputs(examples), this::shown);
    return scores.answers().isEmpty()
        ? scores
        : scores.detailed(MostCertain.of(texts, scores.answers().get()));
  }

  /** Without single examples, which nobody sees after an epoch. */
  @Override
  public final Evaluation validate(Net net) {
    return evaluate(net, examples(Split.VALIDATION), scored(Split.VALIDATION));
  }

  @Override
  public final Evaluation evaluate(Net net, Path file) {
    List<T> examples = examples(file);
    return evaluate(net, examples, unlabelled(inputs(examples)));
  }

  private Evaluation evaluate(Net net, List<T> examples, Batches batches) {
    outcome.targets(examples); // an unknown class should not wait for the net
    return evaluate(examples, probabilities(net, batches));
  }

  /**
   * @param probabilities {@code [example][unit]}
   */
  protected final Evaluation evaluate(List<T> examples, double[][] probabilities) {
    return outcome.score(examples, probabilities);
  }

  /** The net's answers are those of one that was calibrated before. */
  protected final void calibrated(Path fitted) {
    temperature = Temperature.load(fitted);
  }

  /** Takes the temperature if the log-loss on the validation split is lower by it. */
  protected final void calibrate(Net net, Consumer<String> notices) {
    List<T> examples = examples(Split.VALIDATION);
    temperature = Temperature.ONE;
    double[][] before = probabilities(net, scored(Split.VALIDATION));
    Temperature fitted = outcome.temperature(examples, before);
    double[][] after = new double[before.length][];
    Arrays.setAll(after, i -> outcome.at(fitted, before[i]));
    double loss = logLoss(examples, before);
    double calibrated = logLoss(examples, after);
    if (calibrated < loss) {
      temperature = fitted;
      notices.accept(
          String.format(
              Locale.ROOT,
              "temperature %.3g: log-loss %.3f on the validation split, %.3f before",
              fitted.temperature(),
              calibrated,
              loss));
    }
  }

  private double logLoss(List<T> examples, double[][] probabilities) {
    return evaluate(examples, probabilities).metrics().get(Metric.LOG_LOSS.key());
  }

  private Batches scored(Split split) {
    return scored.computeIfAbsent(split, part -> unlabelled(inputs(examples(part))));
  }

  protected final List<I> inputs(List<T> examples) {
    return Derived.of(examples, Labelled::input);
  }

  private double[][] probabilities(Net net, Batches batches) {
    double[][] probabilities = new double[batches.examples()][];
    net.outputs(
        batches,
        (example, output) ->
            probabilities[example] = outcome.at(temperature, SinglePrecision.widened(output)));
    return probabilities;
  }

  private List<O> predict(Net net, List<I> inputs) {
    return Arrays.stream(probabilities(net, unlabelled(inputs))).map(outcome::prediction).toList();
  }

  @Override
  public final List<Sample> samples(Net net, int epoch) {
    List<T> shown = Spread.of(examples(Split.VALIDATION), SAMPLES);
    List<I> inputs = inputs(shown);
    double[][] said = probabilities(net, unlabelled(inputs));
    List<List<WeighedWord>> words = weighed(net, inputs, said);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < said.length; i++) {
      Outcome.Shown example = new Outcome.Shown(epoch, i, shown(inputs.get(i)), words.get(i));
      samples.add(outcome.sample(example, shown.get(i).label(), said[i]));
    }
    return samples;
  }

  /**
   * @param said the probabilities of each input
   */
  private List<List<WeighedWord>> weighed(Net net, List<I> inputs, double[][] said) {
    training(); // counts its steps
    return weighed(net, occlusion(inputs, trained), said);
  }

  private Occlusion<I> occlusion(List<I> inputs, long steps) {
    return new Occlusion<>(
        inputs, input -> outcome.weighsWords() ? without(input) : List.of(), steps);
  }

  private List<List<WeighedWord>> weighed(Net net, Occlusion<I> occlusion, double[][] said) {
    List<I> asked = occlusion.inputs();
    double[][] rows = asked.isEmpty() ? new double[0][] : probabilities(net, unlabelled(asked));
    return occlusion.weights(said, rows);
  }

  @Override
  public final Predictor<I, O> predictor(Net net) {
    return new Predictor<>() {
      @Override
      public List<O> predict(List<I> inputs) {
        return OutcomeTask.this.predict(net, inputs);
      }

      @Override
      public Optional<Sample> explained(I input, O answer) {
        return Optional.of(OutcomeTask.this.explained(net, input));
      }

      @Override
      public void close() {
        net.close();
      }
    };
  }

  /** The example without a truth; each of its words is weighed, however many they are. */
  private Sample explained(Net net, I input) {
    List<I> one = List.of(input);
    double[][] said = probabilities(net, unlabelled(one));
    List<WeighedWord> words = weighed(net, occlusion(one, Long.MAX_VALUE), said).get(0);
    return outcome.sample(new Outcome.Shown(0, 0, shown(input), words), "", said[0]);
  }

  @Override
  public final Class<O> outputType() {
    return outcome.type();
  }

  /** What counting the labels of the training split gives. */
  @Override
  public Map<String, Evaluation> baselines(Split split) {
    List<T> examples = examples(split);
    double[] row = outcome.mostFrequent(examples(Split.TRAIN));
    double[][] same = Collections.nCopies(examples.size(), row).toArray(double[][]::new);
    return Map.of("most-frequent", evaluate(examples, same));
  }

  @Override
  public void save(Path folder) throws IOException {
    outcome.save(folder);
    temperature.save(folder);
  }

  @Override
  public final List<Table> facts(List<Split> splits) {
    Map<String, Function<Split, int[]>> lengths = new LinkedHashMap<>();
    for (String unit : lengths(List.of()).keySet()) {
      lengths.put(unit, split -> lengths(inputs(examples(split))).get(unit));
    }
    return List.of(
        PartFacts.sizes(splits, "examples", split -> examples(split).size(), lengths),
        PartFacts.classes(splits, "Examples by class", this::counts));
  }

  private Map<String, Integer> counts(Split split) {
    return outcome.counts(examples(split));
  }

  @Override
  public final List<AskedRow<I>> rows(Split split) {
    List<AskedRow<I>> rows = new ArrayList<>();
    for (T each : examples(split)) {
      rows.add(new AskedRow<>(Optional.of(each.input()), Map.of("expected", each.label())));
    }
    return rows;
  }

  @Override
  public final void require(Split split) {
    source.require(split);
  }

  @Override
  public final Map<String, String> digests() {
    return source.digests();
  }
}
