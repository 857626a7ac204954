package org.unroll.core.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Net;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Question;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/**
 * The best net of a run with its task. Asks for none of the data it was trained on, but to score a
 * split. Owned by the thread that opened it.
 *
 * @param models simple ones of the same training that can answer in place of the net
 * @param <I> what it is asked with, a JSON record
 * @param <O> what it answers with, a JSON record
 */
public record TrainedModel<I, O extends Prediction>(
    RunDirectory run, Task<I, O> task, Net net, List<String> models) implements AutoCloseable {

  /**
   * @param settings {@code key=value} that override the config; the net stays as it was trained
   */
  public static <C extends Record & RunConfig> TrainedModel<?, ?> open(
      App<C> app, RunDirectory run, DataAccess access, List<String> settings) {
    Loaded<C> asked = AppConfig.reload(app, ConfigText.of(run.config()));
    refuseSeveral(run, Repetition.of(RunRequest.read(run), asked.config()));
    ConfigText text =
        new ConfigText(run.model() + "!config.yaml", ModelBundle.readConfig(run.model()));
    Loaded<C> loaded = AppConfig.reload(app, text, settings.toArray(String[]::new));
    Threads threads = Backend.prepare(loaded.config().device(), loaded.config().threads());
    Task<?, ?> task = restore(app, loaded.config(), access, run);
    Net net = new Net(new Replicas(ModelBundle.readAnswering(run.model()), threads));
    return of(run, task, net.telling(access.progress()), app.models(loaded.config()));
  }

  private static <I, O extends Prediction> TrainedModel<I, O> of(
      RunDirectory run, Task<I, O> task, Net net, List<String> models) {
    return new TrainedModel<>(run, task, net, models);
  }

  /**
   * The same model with its types known to the compiler.
   *
   * @throws UserError if it is asked with, or answers with, something else
   */
  @SuppressWarnings("unchecked") // checked by the classes
  public <J, P extends Prediction> TrainedModel<J, P> as(Class<J> inputs, Class<P> outputs) {
    if (task.inputType() != inputs || task.outputType() != outputs) {
      throw new UserError(
          "%s is asked with %s and answers with %s, not with %s and %s"
              .formatted(
                  run.path(),
                  task.inputType().getSimpleName(),
                  task.outputType().getSimpleName(),
                  inputs.getSimpleName(),
                  outputs.getSimpleName()));
    }
    return (TrainedModel<J, P>) this;
  }

  /**
   * All inputs of a file: a table of texts or series, a list of pictures, or the file of a picture
   * or recording itself.
   *
   * @throws UserError if it cannot be read
   */
  public List<I> inputs(Path file) {
    Question question = Unroll.app(run).question();
    boolean itself = question == Question.PICTURE || question == Question.RECORDING;
    boolean table = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"); // or features
    return itself && !table ? task.inputs(file.toString()) : task.read(file);
  }

  /**
   * The same of a file that somebody sent.
   *
   * @throws UserError if it cannot be read, or is of a kind that may name other files
   */
  public List<I> sentInputs(Path file) {
    String name = file.getFileName().toString();
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!task.sentFiles().contains(end)) {
      List<String> known = task.sentFiles().stream().sorted().map(each -> "." + each).toList();
      throw new UserError(
          "%s: %s"
              .formatted(
                  name,
                  known.isEmpty()
                      ? "this net is asked with no file"
                      : "expected a name that ends in " + String.join(", ", known)));
    }
    return inputs(file);
  }

  /** Closing it closes the net. */
  public Predictor<I, O> predictor() {
    return task.predictor(net);
  }

  /** The same, of whose work another is told. */
  public Predictor<I, O> predictor(Progress progress) {
    return task.predictor(net.telling(progress));
  }

  /**
   * A simple model in place of the net, which stays open. One that is not in the bundle, as it is
   * too large, is fitted on the training data again.
   *
   * @throws UserError if there is none of that name
   */
  public Predictor<I, O> predictor(String model) {
    return task.predictor(known(model));
  }

  /** The same name, of one that there is. */
  public String known(String model) {
    if (!models.contains(model)) {
      throw new UserError(
          "%s has no model '%s' that can be asked; %s"
              .formatted(
                  run.path(),
                  model,
                  models.isEmpty()
                      ? "there is none beside the net"
                      : "there are " + String.join(", ", models)));
    }
    return model;
  }

  private static void refuseSeveral(RunDirectory run, List<Repetition> repetitions) {
    if (!repetitions.isEmpty()) {
      Repetition first = repetitions.get(0);
      throw new UserError(
          "%s holds a net for each %s: name one of them, such as --run %s"
              .formatted(run.path(), first.kind(), run.path().resolve(first.directory())));
    }
  }

  private static <C extends Record & RunConfig> Task<?, ?> restore(
      App<C> app, C config, DataAccess access, RunDirectory run) {
    try {
      Path fitted = Files.createTempDirectory("unroll-fitted");
      try {
        ModelBundle.extractFitted(run.model(), fitted);
        return app.restore(config, access, fitted);
      } catch (UserError e) {
        throw e;
      } catch (RuntimeException e) { // check sums are right: somebody wrote it otherwise
        throw new UserError(
            "%s: what it says of its data (fitted-…) is not what a training wrote (%s): use another run"
                .formatted(run.model(), e),
            e);
      } finally {
        delete(fitted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Override
  public void close() {
    net.close();
  }
}
