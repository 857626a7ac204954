package org.unroll.core.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Net;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.DataAccess;
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
 * @param <I> what it is asked with, a JSON record
 * @param <O> what it answers with, a JSON record
 */
public record TrainedModel<I, O extends Prediction>(RunDirectory run, Task<I, O> task, Net net)
    implements AutoCloseable {

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
    return of(run, restore(app, loaded.config(), access, run), threads);
  }

  private static <I, O extends Prediction> TrainedModel<I, O> of(
      RunDirectory run, Task<I, O> task, Threads threads) {
    Replicas replicas = new Replicas(ModelBundle.readGraph(run.model()), threads);
    return new TrainedModel<>(run, task, new Net(replicas));
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

  /** Closing it closes the net. */
  public Predictor<I, O> predictor() {
    return task.predictor(net);
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
