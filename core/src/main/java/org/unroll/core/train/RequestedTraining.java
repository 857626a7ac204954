package org.unroll.core.train;

import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import org.unroll.core.run.RunResult;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/** Trains what is asked for in a run directory: one training, or one for each seed or fold. */
public final class RequestedTraining<C extends Record & RunConfig> {
  private final App<C> app;
  private final TrainOptions options;
  private final Optional<Cluster> cluster;

  public RequestedTraining(App<C> app, TrainOptions options) {
    this(app, options, Optional.empty());
  }

  /**
   * @param cluster that trains in place of this process, if any
   */
  public RequestedTraining(App<C> app, TrainOptions options, Optional<Cluster> cluster) {
    this.app = app;
    this.options = options;
    this.cluster = cluster;
  }

  /** Writes request and config into a new directory: with them the run has begun. */
  public void begin(Loaded<C> loaded, RunDirectory run) {
    options.request().write(run);
    AtomicFile.writeText(run.config(), loaded.tree().toYaml());
  }

  /**
   * Begins a run, or goes on with one from what its directory holds. What a mistake keeps from
   * beginning leaves nothing behind.
   *
   * @return the result, or empty if a training was stopped before its end
   * @throws UserError if the run began with another config
   */
  public Optional<RunResult> train(Loaded<C> loaded, RunDirectory run) {
    boolean begun = run.begun();
    if (begun) {
      refuseDifferences(run, loaded);
    }
    boolean elsewhere =
        cluster.isPresent() && Repetition.of(options.request(), loaded.config()).isEmpty();
    try {
      Optional<RunResult> result =
          RunLock.during(
              run,
              () -> {
                if (!begun) {
                  begin(loaded, run);
                }
                return elsewhere ? Optional.empty() : trainBegun(loaded, run);
              });
      return elsewhere ? trainElsewhere(run) : result; // where the lock is held then
    } catch (UserError e) {
      if (!begun) {
        run.discardIfNothingTrained();
      }
      throw e;
    }
  }

  /** What a directory asks for that has begun. */
  public Optional<RunResult> train(RunDirectory run) {
    return train(AppConfig.reload(app, ConfigText.of(run.config())), run);
  }

  private Optional<RunResult> trainBegun(Loaded<C> loaded, RunDirectory run) {
    if (cluster.isPresent()) {
      SpreadRun<C> spread = new SpreadRun<>(app, options);
      options.out().println("run " + run.path());
      boolean trained = new SpreadTraining(cluster.get(), options).train(spread.left(run, run));
      return trained ? spread.collect(run) : Optional.empty();
    }
    List<Repetition> repetitions = Repetition.of(options.request(), loaded.config());
    if (repetitions.isEmpty()) {
      return new TrainingRun<>(app, loaded, options).train(run);
    }
    return new RepeatedTraining(run, repetitions, options.out(), app.judge(loaded.config()))
        .train(
            (repetition, child) ->
                new RequestedTraining<>(app, options.ofRepetition(run))
                    .train(AppConfig.vary(app, loaded, repetition.settings()), child));
  }

  /** One training, of which whoever reads along is told all that it would say here. */
  private Optional<RunResult> trainElsewhere(RunDirectory run) {
    List<RemoteTraining> left = new SpreadRun<>(app, options).left(run, run);
    if (left.isEmpty()) {
      options.out().println("finished before: " + run.path());
    } else if (!new FollowedTraining(cluster.orElseThrow(), options).train(left.get(0))) {
      return Optional.empty();
    }
    return RunConclusion.stored(run, false);
  }

  void refuseDifferences(RunDirectory run, Loaded<C> given) {
    Loaded<C> stored = AppConfig.reload(app, ConfigText.of(run.config()));
    List<String> changed = stored.changes(given);
    if (!changed.isEmpty()) {
      throw new UserError(
          "cannot resume "
              + run.path()
              + " with another config; it differs in "
              + String.join(", ", changed)
              + ": leave out -c and -s, or start a new run");
    }
  }
}
