package org.unroll.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unroll.core.app.App;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.report.AlignmentPage;
import org.unroll.core.run.RunDirectory;
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
      names = "--attention",
      paramLabel = "FILE",
      description = "Draws where the net looked into an .html file.")
  private Path attention;

  private final AlignmentPage page = new AlignmentPage();

  PredictCommand(App<C> app) {
    this.app = app;
  }

  @Override
  public Integer call() throws IOException {
    if (best != null) {
      options.set("decode.n-best=" + best);
    }
    RunDirectory directory = options.directory(app);
    List<Path> read = read(directory);
    if (attention != null) {
      AlignmentPage.requireName(attention);
      OutputFile.require("--attention", attention, read);
    }
    TrainedModel<?, ?> model = options.open(app, directory);
    try (PredictionOutput output = PredictionOutput.to(out, read)) {
      predict(model, output);
      output.finish();
    }
    if (attention != null) {
      page.write(attention);
    }
    return Main.DONE;
  }

  /** What must not be written over: the run's files, and what the inputs come from. */
  private List<Path> read(RunDirectory directory) {
    List<Path> read = new ArrayList<>(directory.files());
    read.add(in == null ? Path.of("/dev/stdin") : in);
    return read;
  }

  private <I, O extends Prediction> void predict(TrainedModel<I, O> model, PredictionOutput output)
      throws IOException {
    Task<I, O> task = model.task();
    try (Predictor<I, O> predictor = model.predictor()) {
      if (in != null) {
        List<I> all = task.read(in);
        for (int from = 0; from < all.size(); from += CHUNK) {
          answer(predictor, all.subList(from, Math.min(all.size(), from + CHUNK)), output);
        }
      } else if (!inputs.isEmpty()) {
        answer(predictor, inputs.stream().map(task::parse).toList(), output);
      } else {
        answerLines(predictor, task, output);
      }
    }
  }

  private <I, O extends Prediction> void answerLines(
      Predictor<I, O> predictor, Task<I, O> task, PredictionOutput output) throws IOException {
    boolean typed = System.console() != null;
    int chunk = typed ? 1 : CHUNK;
    if (typed) {
      System.err.println("type an input a line, Ctrl-D ends; files are given with --in FILE");
    }
    StandardInput lines = StandardInput.open();
    List<I> waiting = new ArrayList<>();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      waiting.add(task.parse(line.get()));
      if (waiting.size() == chunk) {
        answer(predictor, waiting, output);
        waiting.clear();
      }
    }
    answer(predictor, waiting, output);
  }

  private <I, O extends Prediction> void answer(
      Predictor<I, O> predictor, List<I> inputs, PredictionOutput output) throws IOException {
    if (!inputs.isEmpty()) {
      List<O> answers = predictor.predict(inputs);
      output.write(inputs, answers);
      if (attention != null) {
        answers.forEach(answer -> answer.looked().ifPresent(page::add));
      }
    }
  }
}
