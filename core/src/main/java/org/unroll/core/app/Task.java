package org.unroll.core.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;

/**
 * An app with one config and a fitted pipeline: everything training, evaluation and prediction ask
 * for. Not thread-safe; the nets handed in are used on the calling thread only.
 *
 * @param <I> what is predicted from, a JSON record
 * @param <O> what is predicted, a JSON record
 */
public interface Task<I, O extends Prediction> {
  /** The graph's inputs and the size of its head, now known. */
  GraphPorts ports();

  /** The training batches, in another order each epoch. */
  Batches training();

  /**
   * Batches of the training and validation splits together, drawn as {@link #training} draws; asked
   * for only if {@link App#canRefit} says so.
   */
  default Batches trainingAndValidation() {
    throw new UnsupportedOperationException("App.canRefit promises what the task lacks");
  }

  /** Scores the net; the test split is read from disk only now. */
  Evaluation evaluate(Net net, Split split);

  /**
   * Scores the net on the validation split after an epoch. May be cheaper than {@link #evaluate},
   * by which nets are compared in the end, where that takes longer than an epoch.
   */
  default Evaluation validate(Net net) {
    return evaluate(net, Split.VALIDATION);
  }

  /** Scores the net on a labelled file of the user's. */
  Evaluation evaluate(Net net, Path file);

  /**
   * What every table of this task's scores must say of them, such as that the forecasts saw what
   * was not known then; empty if nothing.
   */
  default String remark() {
    return "";
  }

  /** Whether {@link #calibrate} learns something. */
  default boolean calibrates() {
    return false;
  }

  /**
   * Learns from the validation split what must be made of a trained net's answers to hold what they
   * promise, such as probabilities or bands. Told the best epoch's net once, which has not seen
   * that split; from then on everything here answers accordingly, with another net too, and {@link
   * #save} writes what was learnt.
   */
  default void calibrate(Net net) {}

  /** Simple models fitted on the same training data, by name, scored on a split. */
  Map<String, Evaluation> baselines(Split split);

  /**
   * Fits those of {@link App#models} that {@link #save} writes then, so that they answer without
   * the training data; the others are fitted on it when they are asked.
   */
  default void fitModels() {}

  /**
   * A simple model that answers in place of the net.
   *
   * @param model one of {@link App#models}
   */
  default Predictor<I, O> predictor(String model) {
    throw new UnsupportedOperationException("App.models promises what the task lacks: " + model);
  }

  /**
   * Scores a simple model on a labelled file of the user's.
   *
   * @param model one of {@link App#models}
   */
  default Evaluation evaluate(String model, Path file) {
    throw new UnsupportedOperationException("App.models promises what the task lacks: " + model);
  }

  /** A net that is trained before the run's; mostly none. */
  default Optional<FirstStage> firstStage() {
    return Optional.empty();
  }

  /** A net that the run trains too, to score it beside the {@link #baselines}; mostly none. */
  default Optional<Rival> rival() {
    return Optional.empty();
  }

  /** What the net says about the fixed validation examples. */
  List<Sample> samples(Net net, int epoch);

  /** Whether the net is to be shown within an epoch too, after so many iterations. */
  default boolean isStage(long iteration) {
    return false;
  }

  /**
   * What the net says after so many iterations; asked for only if {@link #isStage} says so.
   *
   * @param epoch from 1, that it is in
   */
  default List<Sample> stage(Net net, int epoch, long iteration) {
    return List.of();
  }

  /** Last touches to a freshly initialised net, such as pre-trained vectors. */
  default void initialise(Net net) {}

  /** Takes over the net: closing the predictor closes it. */
  Predictor<I, O> predictor(Net net);

  /** What {@link #predictor} is asked with: for whoever reads inputs as JSON. */
  Class<I> inputType();

  /** What it answers with. */
  Class<O> outputType();

  /** One input as it is typed. */
  I parse(String text);

  /**
   * All inputs that an argument of the command line means: one, unless it may be the name of more,
   * such as a folder.
   */
  default List<I> inputs(String argument) {
    return List.of(parse(argument));
  }

  /**
   * The whole of the picture that an input names, of which a net may see a part alone: a small PNG
   * in Base64, to be shown; empty if there is none.
   */
  default String wholePicture(I input) {
    return "";
  }

  /** All inputs of a file. */
  List<I> read(Path file);

  /**
   * Ends of the names of files that hold inputs themselves and name no other file: what a stranger
   * may send. A list of paths would have this machine's files read for him.
   */
  default Set<String> sentFiles() {
    return Set.of();
  }

  /** The same with what stands beside each; of a table a row for each of its rows, in order. */
  default List<AskedRow<I>> rows(Path file) {
    return read(file).stream().map(AskedRow::of).toList();
  }

  /** The inputs of a split, each with what its answer should be. */
  default List<AskedRow<I>> rows(Split split) {
    throw new UserError("--split: there are no predictions of a split here; give a file by --in");
  }

  /**
   * Checks what a split is read from as far as takes no time: files are there and have their
   * columns. The test split is not opened for it.
   *
   * @throws org.unroll.core.UserError if not
   */
  default void require(Split split) {}

  /**
   * How many examples there are in these splits, how long they are, of which classes: tables for
   * the report.
   *
   * @param splits that were read before
   */
  default List<Table> facts(List<Split> splits) {
    return List.of();
  }

  /** Digests of the data that was read, by file or split, for the provenance. */
  Map<String, String> digests();

  /** Writes what was fitted (vocabulary, classes, …) into an empty folder. */
  void save(Path folder) throws IOException;
}
