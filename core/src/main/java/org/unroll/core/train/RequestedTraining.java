package org.unroll.core.train;

import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import org.unroll.core.run.RunResult;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/**
 * Trains what a run directory asks for, from the beginning or from where it stands: one training,
 * or one for each seed.
 */
public final class RequestedTraining<C extends Record & RunConfig> {
  private final App<C> app;
  private final TrainOptions options;

  /**
   * @param options with the request as the directory holds it
   */
  public RequestedTraining(App<C> app, TrainOptions options) {
    this.app = app;
    this.options = options;
  }

  /** Writes config and request into a new directory, so that it can be trained in. */
  public void prepare(Loaded<C> loaded, RunDirectory run) {
    options.request().write(run);
    AtomicFile.writeText(run.config(), loaded.tree().toYaml());
  }

  /**
   * Trains in a directory that is prepared, begun or finished.
   *
   * @return the result, or empty if the training was stopped before its end
   */
  public Optional<RunResult> train(RunDirectory run) {
    ConfigText config = ConfigText.of(run.config());
    if (options.request().seeds().isEmpty()) {
      return new TrainingRun<>(app, AppConfig.reload(app, config), options).resume(run);
    }
    SeedRuns seeds = new SeedRuns(run, options.request().seeds(), options.out());
    return RunLock.during(
        run,
        () ->
            seeds.train(
                (seed, child) -> trainSeed(AppConfig.reload(app, config, "seed=" + seed), child)));
  }

  private Optional<RunResult> trainSeed(Loaded<C> loaded, RunDirectory run) {
    TrainingRun<C> training = new TrainingRun<>(app, loaded, options.forOneSeed());
    if (!run.begun()) {
      return training.start(run);
    }
    refuseDifferences(run, AppConfig.reload(app, ConfigText.of(run.config())), loaded);
    return training.resume(run);
  }

  /**
   * @throws UserError if a run would go on with another config than it began with
   */
  public static <C extends Record> void refuseDifferences(
      RunDirectory run, Loaded<C> stored, Loaded<C> given) {
    List<String> differing = stored.tree().differences(given.tree());
    if (!differing.isEmpty()) {
      throw new UserError(
          "cannot resume "
              + run.path()
              + " with another config; it differs in "
              + String.join(", ", differing)
              + ": leave out -c and -s, or start a new run");
    }
  }
}
