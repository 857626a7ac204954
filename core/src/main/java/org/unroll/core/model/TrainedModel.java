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
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.DataAccess;
import org.unroll.core.engine.Backend;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.train.SeedRuns;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/** The best net of a run with its task, as {@code evaluate} and {@code predict} open it. */
public record TrainedModel(RunDirectory run, Task<?, ?> task, Net net) implements AutoCloseable {

  /**
   * @param settings {@code key=value} that override the config; the net stays as it was trained
   */
  public static <C extends Record & RunConfig> TrainedModel open(
      App<C> app, String runName, DataAccess access, List<String> settings) {
    RunDirectory run = RunDirectory.open(app.name(), runName);
    refuseSeeds(run);
    ConfigText text =
        new ConfigText(run.model() + "!config.yaml", ModelBundle.readConfig(run.model()));
    Loaded<C> loaded = AppConfig.reload(app, text, settings.toArray(String[]::new));
    Backend.prepare(loaded.config().device(), loaded.config().threads());
    Task<?, ?> task = restore(app, loaded.config(), access, run);
    return new TrainedModel(run, task, new Net(ModelBundle.readGraph(run.model())));
  }

  private static void refuseSeeds(RunDirectory run) {
    List<Long> seeds = RunRequest.read(run).seeds();
    if (!seeds.isEmpty()) {
      throw new UserError(
          run.path()
              + " holds a net for each seed: name one of them, such as --run "
              + SeedRuns.directory(run, seeds.get(0)).path());
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
