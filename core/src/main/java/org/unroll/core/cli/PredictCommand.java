package org.unroll.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Example;
import org.unroll.core.app.Net;
import org.unroll.core.app.Pieces;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.RecordingTask;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.data.Split;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = "Asks a trained net: about the arguments, a file, or each line of the input.")
final class PredictCommand<C extends Record & RunConfig> implements Callable<Integer> {
  /** Inputs predicted at once: enough to fill batches, few enough to answer soon. */
  private static final int CHUNK = 256;

  private final App<C> app;

  @Mixin private ModelOptions options;

  @Parameters(paramLabel = "INPUT", description = "What to predict from.")
  private List<String> inputs = new ArrayList<>();

  @Option(names = "--in", paramLabel = "FILE", description = "A file of inputs.")
  private Path in;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the answers to a .jsonl or .csv file.")
  private Path out;

  @Option(
      names = "--n-best",
      paramLabel = "N",
      description = "Gives the N best answers; as -s decode.n-best=N.")
  private Integer best;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Asks a simple model in place of the net, such as ridge.")
  private String simple;

  @Option(names = "--split", description = "In place of a file: train, validation or test.")
  private Split split; // null without

  @Option(
      names = "--force",
      description = "Writes over files that are there, but for those that are read.")
  private boolean force;

  @Option(
      names = "--detokenise",
      description = "Gives proper sentences; as -s text.detokenise=true.")
  private boolean detokenise;

  @Mixin private ClusterOptions cluster;

  @Mixin private KeptColumns kept;

  @Mixin private PageOptions pages;

  @Mixin private RecordingOptions recordings;

  @Mixin private WritingOptions writing;

  private int answered; // inputs

  private PredictCommand(App<C> app) {
    this.app = app;
  }

  /** With the options and the examples of the app. */
  static <C extends Record & RunConfig> CommandLine of(App<C> app) {
    CommandLine command = new CommandLine(new PredictCommand<>(app));
    OptionsOfApps.keep(app, command.getCommandSpec());
    List<Example> examples = new ArrayList<>(app.examples().predict());
    String first = examples.get(0).arguments();
    examples.add(new Example("another run than the latest", first + " --run runs/mine"));
    HelpLayout.show(command, examples);
    return command;
  }

  @Override
  public Integer call() throws IOException {
    if (best != null) {
      options.set("decode.n-best=" + best);
    }
    if (detokenise) {
      options.set("text.detokenise=true");
    }
    writing.settings().forEach(options::set);
    if (cluster.asked()) {
      cluster.predict(options.directory(app).path(), options.settings(), in, out, force);
      return Main.DONE;
    }
    options.requireFile("--in", in);
    requireOneSource();
    RunDirectory directory = options.directory(app);
    List<Path> read = read(directory);
    pages.require(read, force);
    RecordingOutput.require(recordings, Optional.ofNullable(out), read, force);
    if (out != null) {
      OutputFile.require("--out", out, read);
      OutputFile.requireNew("--out", out, force);
    }
    TrainedModel<?, ?> model = options.open(app, directory);
    if (simple != null) {
      model.known(simple); // before a file is opened for its answers
    }
    try (PredictionOutput output = PredictionOutput.to(out, read)) {
      predict(model, output);
    }
    pages.write();
    return Main.DONE;
  }

  /** What must not be written over: the run's files, and what the inputs come from. */
  private List<Path> read(RunDirectory directory) {
    List<Path> read = new ArrayList<>(directory.files());
    List<Path> named = new ArrayList<>(List.of(in == null ? Path.of("/dev/stdin") : in));
    inputs.forEach(input -> path(input).ifPresent(named::add));
    for (Path each : named) {
      read.add(each);
      read.addAll(Files.isDirectory(each) ? filesOf(each) : List.of());
    }
    return read;
  }

  /** What an input may be the name of. */
  private static Optional<Path> path(String input) {
    try {
      return Optional.of(Path.of(input)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<Path> filesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      return List.of(); // whoever reads it says why it cannot be read
    }
  }

  private <I, O extends Prediction> void predict(TrainedModel<I, O> model, PredictionOutput output)
      throws IOException {
    Task<I, O> task = model.task();
    Optional<RecordingOutput<I, O>> recorded = recorded(task);
    ChunkProgress progress = new ChunkProgress(inputs -> begin(model.net(), inputs));
    try (Predictor<I, O> predictor =
        simple == null ? model.predictor(progress) : model.predictor(simple)) {
      Asked<I, O> asked = new Asked<>(task, predictor, progress, output, recorded);
      if (in != null || split != null) {
        answerRows(in == null ? rows(model, split) : task.rows(in), asked);
      } else if (!inputs.isEmpty()) {
        TypedInputs<I> typed = new TypedInputs<>(task);
        List<I> all = new ArrayList<>();
        inputs.forEach(input -> all.addAll(typed.of(input)));
        typed.requireGood();
        answerAll(all, typed.several(), asked);
      } else {
        progress.during(Progress.UNKNOWN, () -> answerLines(task, asked));
      }
    }
    output.finish();
    recorded.ifPresent(RecordingOutput::write);
  }

  /**
   * Answers that come to the terminal show by themselves how far it is; nor is typing disturbed.
   */
  private Work begin(Net net, long inputs) {
    boolean seen = System.console() != null && (out == null || inputs == Progress.UNKNOWN);
    return seen ? Work.UNTOLD : net.doing("predicting").begin(inputs);
  }

  private void requireOneSource() {
    if (split != null && (in != null || !inputs.isEmpty())) {
      throw new UserError("--split names what to predict from: leave out --in and inputs");
    }
    kept.requireRows(in != null || split != null);
  }

  private static <I> List<AskedRow<I>> rows(TrainedModel<I, ?> model, Split split) {
    List<AskedRow<I>> rows = model.task().rows(split);
    if (split == Split.TEST) {
      Provenance.read(model.run()).testOpenedOnceMore(model.task().digests()).write(model.run());
    }
    return rows;
  }

  private <I, O extends Prediction> void answerRows(List<AskedRow<I>> rows, Asked<I, O> asked)
      throws IOException {
    boolean all = split != null;
    if (kept.matters(rows, all) && asked.recorded().isEmpty()) {
      RowAnswers<I, O> answers =
          new RowAnswers<>(
              asked.task(), asked.predictor(), asked.output(), pages, CHUNK, asked.progress());
      asked.progress().during(rows.size(), () -> answers.write(rows, kept.of(rows, all)));
    } else {
      answerAll(AskedRow.inputs(rows), rows.size() > 1, asked);
    }
  }

  private <I, O extends Prediction> Optional<RecordingOutput<I, O>> recorded(Task<I, O> task) {
    Optional<Path> file = Optional.ofNullable(out);
    if (task instanceof RecordingTask<I, O> recording) {
      return Optional.of(new RecordingOutput<>(recording, recordings, file));
    }
    RecordingOutput.requireNoSubtitles(app.name(), file);
    return Optional.empty();
  }

  /** Who is asked and where the answers go. */
  private record Asked<I, O extends Prediction>(
      Task<I, O> task,
      Predictor<I, O> predictor,
      ChunkProgress progress,
      PredictionOutput output,
      Optional<RecordingOutput<I, O>> recorded) {
    /** One recording fills batches by itself, and its answer is as large as a table. */
    int chunk() {
      return recorded.isPresent() ? 1 : CHUNK;
    }
  }

  private <I, O extends Prediction> void answerAll(List<I> all, boolean several, Asked<I, O> asked)
      throws IOException {
    asked.recorded().ifPresent(each -> each.require(all));
    int chunk = asked.chunk();
    asked
        .progress()
        .during(
            all.size(),
            () -> {
              for (int from = 0; from < all.size(); from += chunk) {
                answer(all.subList(from, Math.min(all.size(), from + chunk)), several, asked);
              }
            });
  }

  private <I, O extends Prediction> void answerLines(Task<I, O> task, Asked<I, O> asked)
      throws IOException {
    boolean typed = System.console() != null;
    int chunk = typed ? 1 : asked.chunk();
    if (typed) {
      System.err.println("type an input a line, Ctrl-D ends; files are given with --in FILE");
    }
    StandardInput lines = StandardInput.open();
    TypedInputs<I> inputs = new TypedInputs<>(task);
    List<I> waiting = new ArrayList<>();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      waiting.addAll(inputs.of(line.get()));
      if (typed) {
        inputs.tell();
      }
      if (waiting.size() >= chunk) {
        answerWaiting(waiting, !typed && inputs.several(), asked);
      }
    }
    inputs.requireGood();
    if (!typed && !inputs.any()) {
      throw new UserError("nothing was asked: name a file with --in FILE, or give inputs");
    }
    answerWaiting(waiting, !typed && inputs.several(), asked);
  }

  private <I, O extends Prediction> void answerWaiting(
      List<I> waiting, boolean several, Asked<I, O> asked) throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    asked.recorded().ifPresent(each -> each.require(waiting));
    answer(waiting, several, asked);
    waiting.clear();
  }

  private <I, O extends Prediction> void answer(List<I> inputs, boolean several, Asked<I, O> asked)
      throws IOException {
    if (!inputs.isEmpty()) {
      asked.progress().begin(inputs.size());
      List<I> repeated = writing.repeated(inputs);
      List<O> answers = answers(repeated, several, asked);
      asked.output().write(repeated, answers, several);
      asked.recorded().ifPresent(each -> each.take(inputs, answers));
      pages.add(
          answers,
          i -> asked.task().wholePicture(repeated.get(i)),
          i -> asked.predictor().explained(repeated.get(i), answers.get(i)));
      asked.progress().end();
    }
  }

  /** A single answer is shown as it comes, where it comes piece by piece. */
  private <I, O extends Prediction> List<O> answers(
      List<I> inputs, boolean several, Asked<I, O> asked) {
    int[] places = IntStream.range(answered, answered + inputs.size()).toArray();
    answered += inputs.size();
    boolean one = !several && inputs.size() == 1;
    Pieces pieces = one ? (input, piece) -> asked.output().piece(piece) : Pieces.NONE;
    return asked.predictor().predict(inputs, places, pieces);
  }
}
