package org.unroll.datasets.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.unroll.core.UserError;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.BucketBatches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;
import org.unroll.datasets.table.AskedRows;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.PartFacts;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.TextInput;

/**
 * A made-up task with a net: all but what is special about it. What an example should be answered
 * with follows from the example, so a file of inputs can be scored, and no part is read from disk.
 * Not thread-safe.
 *
 * @param <E> an example
 */
public abstract class LabTask<E> implements Task<TextInput, LabAnswer> {
  private static final int SAMPLES = 8;

  /** How files of examples are read. */
  private static final Tables LINES = Tables.published();

  /** To be scored, any order will do: like lengths together pad least. */
  private static final BatchOrder SCORED = new BatchOrder(100, 0, true);

  private final Experiment<E> experiment;
  private final LabSettings settings;
  private final Map<Split, List<E>> parts = new EnumMap<>(Split.class); // as they are asked for
  private Batches training; // made when first asked for
  private DataAccess access = new DataAccess(true, notice -> {}); // while nothing is read

  protected LabTask(Experiment<E> experiment, LabSettings settings) {
    this.experiment = experiment;
    this.settings = settings;
  }

  /**
   * Scores a net's answers.
   *
   * @param outputs of the head for each example, as {@link Net.Taker} is given them
   */
  protected abstract Evaluation score(List<E> examples, List<float[]> outputs);

  /** Simple models, scored on examples. */
  protected abstract Map<String, Evaluation> baselines(List<E> examples);

  /** A net's answer in words. */
  protected abstract String answer(E example, float[] output);

  /** What is shown of a net's answer after an epoch. */
  protected abstract Sample sample(int epoch, int number, E example, float[] output);

  protected final Experiment<E> experiment() {
    return experiment;
  }

  protected final List<E> examples(Split split) {
    return parts.computeIfAbsent(split, experiment::examples);
  }

  /** Of what it reads, it tells there. */
  public final LabTask<E> reading(DataAccess access) {
    this.access = access;
    return this;
  }

  /** A part without examples should not wait for the end of the first epoch. */
  public final LabTask<E> checked() {
    training();
    examples(Split.VALIDATION);
    examples(Split.TEST);
    return this;
  }

  /** What the head gives for each example, as {@link Net.Taker} is given it. */
  protected List<float[]> outputs(Net net, List<E> examples) {
    float[][] outputs = new float[examples.size()][];
    net.outputs(scored(examples), (example, output) -> outputs[example] = output);
    return List.of(outputs);
  }

  /** What another node gives for each example. */
  protected final List<float[]> outputs(Net net, String node, List<E> examples) {
    float[][] outputs = new float[examples.size()][];
    net.outputs(node, scored(examples), (example, output) -> outputs[example] = output);
    return List.of(outputs);
  }

  private Batches scored(List<E> examples) {
    int[] lengths = examples.stream().mapToInt(experiment::length).toArray();
    return new BucketBatches(
        SCORED.of(lengths),
        numbers -> experiment.arrays(IntStream.of(numbers).mapToObj(examples::get).toList()));
  }

  @Override
  public final GraphPorts ports() {
    return experiment.ports();
  }

  @Override
  public Batches training() {
    if (training == null) {
      training = new DrawnBatches<>(experiment, settings.order());
    }
    return training;
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    return evaluate(net, examples(split));
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    return evaluate(net, parsed(file));
  }

  private Evaluation evaluate(Net net, List<E> examples) {
    Evaluation scores = score(examples, outputs(net, examples)).with(tables(net));
    List<Chart> charts = new ArrayList<>(scores.charts());
    charts.addAll(charts(net));
    return new Evaluation(
        scores.metrics(), scores.tables(), charts, scores.details(), scores.answers());
  }

  /** After an epoch the net's own tables and charts are not asked for. */
  @Override
  public Evaluation validate(Net net) {
    List<E> examples = examples(Split.VALIDATION);
    return score(examples, outputs(net, examples));
  }

  /** What the net itself is to show beside its scores. */
  protected List<Chart> charts(Net net) {
    return List.of();
  }

  /** What the net itself is to tell beside its scores. */
  protected List<Table> tables(Net net) {
    return List.of();
  }

  @Override
  public void initialise(Net net) {
    settings.weights().forEach((node, weights) -> weights.putInto(net, node));
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    return baselines(examples(split));
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    List<E> all = examples(Split.VALIDATION);
    List<E> shown = all.subList(0, Math.min(SAMPLES, all.size()));
    List<float[]> outputs = outputs(net, shown);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      samples.add(sample(epoch, i, shown.get(i), outputs.get(i)));
    }
    return samples;
  }

  /** Training examples are counted by epoch: they may be drawn anew in each. */
  @Override
  public List<Table> facts(List<Split> splits) {
    return List.of(
        PartFacts.sizes(
            splits,
            "examples",
            split -> split == Split.TRAIN ? training().examples() : examples(split).size(),
            Map.of()));
  }

  @Override
  public final Predictor<TextInput, LabAnswer> predictor(Net net) {
    Set<String> told = new HashSet<>(); // once is enough
    return new Predictor<>() {
      @Override
      public List<LabAnswer> predict(List<TextInput> inputs) {
        return answers(net, inputs, told);
      }

      @Override
      public void close() {
        net.close();
      }
    };
  }

  private List<LabAnswer> answers(Net net, List<TextInput> inputs, Set<String> told) {
    List<E> examples = inputs.stream().map(input -> experiment.parse(input.text())).toList();
    for (E example : examples) {
      experiment.unlike(example).filter(told::add).ifPresent(access.notices());
    }
    List<String> said = said(net, examples);
    List<LabAnswer> answers = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      answers.add(new LabAnswer(said.get(i), experiment.truth(examples.get(i))));
    }
    return answers;
  }

  /**
   * @param trained steps of each example that a net is trained on
   * @param what steps are, such as values
   */
  static Optional<String> otherLength(int trained, int length, String what) {
    return length == trained
        ? Optional.empty()
        : Optional.of(
            "the net was trained on %,d %s, this has %,d: its answer may be far off"
                .formatted(trained, what, length));
  }

  /** A net's answers in words. */
  protected List<String> said(Net net, List<E> examples) {
    List<float[]> outputs = outputs(net, examples);
    return IntStream.range(0, outputs.size())
        .mapToObj(i -> answer(examples.get(i), outputs.get(i)))
        .toList();
  }

  @Override
  public final Class<TextInput> inputType() {
    return TextInput.class;
  }

  @Override
  public final Class<LabAnswer> outputType() {
    return LabAnswer.class;
  }

  @Override
  public final TextInput parse(String text) {
    experiment.parse(text);
    return new TextInput(text);
  }

  @Override
  public final List<TextInput> read(Path file) {
    return AskedRow.inputs(rows(file));
  }

  @Override
  public final List<AskedRow<TextInput>> rows(Path file) {
    return new AskedRows(LINES, access)
        .lines(file, false, line -> new TextInput(experiment.text(example(line))));
  }

  /** An example a line; blank lines are left out. */
  private List<E> parsed(Path file) {
    TableRows<E> rows =
        LINES
            .allowing(1)
            .read(
                file,
                TableLayout.TOLD.lineReader(),
                columns -> (cells, origin) -> example(cells.get(0)));
    if (rows.read() == 0) {
      throw new UserError(file + ": no example in it; write one a line, as predict takes them");
    }
    LINES.requireFewBad(file.toString(), rows, "Mend them.");
    return rows.reported(file, access);
  }

  private E example(String line) {
    try {
      return experiment.parse(line);
    } catch (UserError e) {
      throw new BadCell(e.getMessage());
    }
  }

  @Override
  public final List<AskedRow<TextInput>> rows(Split split) {
    List<AskedRow<TextInput>> rows = new ArrayList<>();
    for (E each : examples(split)) {
      TextInput input = new TextInput(experiment.text(each));
      rows.add(new AskedRow<>(Optional.of(input), Map.of("expected", experiment.truth(each))));
    }
    return rows;
  }

  /** Nothing is read: the examples follow from the config. */
  @Override
  public final Map<String, String> digests() {
    return Map.of();
  }

  /** Nothing is fitted. */
  @Override
  public final void save(Path folder) {}
}
