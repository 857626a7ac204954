package org.unroll.core.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unroll.core.app.App;
import org.unroll.core.app.DataAccess;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.ConfigText;
import org.unroll.core.config.Loaded;
import org.unroll.core.config.UserError;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;
import org.unroll.core.train.SeedRuns;
import org.unroll.core.train.TrainOptions;
import org.unroll.core.train.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a net and keeps the run: config, metrics, model, report.")
final class TrainCommand<C extends Record & RunConfig> implements Callable<Integer> {
  private static final int INTERRUPTED = 130;

  private final App<C> app;

  @Spec private CommandSpec spec;

  @Mixin private ConfigOptions configOptions;

  @Option(names = "--name", description = "Name of the run; default: the config file's.")
  private String name;

  @Option(names = "--run-dir", paramLabel = "DIR", description = "Where the run goes.")
  private Path runDirectory;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Goes on with a run: its directory, or latest.")
  private String resume;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "SEED",
      description = "Trains once for each seed; result.json holds means and deviations.")
  private List<Long> seeds;

  @Option(names = "--test", description = "Scores the test split at the end.")
  private boolean test;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stops after this long (90s, 10m, 2h) and scores what is there.")
  private Duration timeLimit;

  @Option(names = "--no-ui", description = "No training page in the browser.")
  private boolean noUi;

  @Option(names = "--offline", description = "Never connects to the network.")
  private boolean offline;

  TrainCommand(App<C> app) {
    this.app = app;
  }

  @Override
  public Integer call() {
    if (resume != null) {
      return exitCode(resume());
    }
    if (seeds != null) {
      return exitCode(new SeedRuns(runDirectory(), seeds, System.out).start(this::trainSeed));
    }
    Loaded<C> loaded = configOptions.load(app);
    return exitCode(new TrainingRun<>(app, loaded, options()).start(runDirectory()));
  }

  private Optional<RunResult> trainSeed(long seed, RunDirectory run) {
    Loaded<C> loaded = configOptions.load(app, "seed=" + seed);
    return new TrainingRun<>(app, loaded, options()).start(run);
  }

  private Optional<RunResult> resume() {
    RunDirectory run = RunDirectory.open(app.name(), resume);
    Loaded<C> stored = ConfigOptions.load(app, ConfigText.of(run.config()));
    if (configOptions.given()) {
      refuseDifferences(run, stored, configOptions.load(app));
    }
    return new TrainingRun<>(app, stored, options()).resume(run);
  }

  private void refuseDifferences(RunDirectory run, Loaded<C> stored, Loaded<C> given) {
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

  private RunDirectory runDirectory() {
    if (runDirectory != null) {
      return RunDirectory.createAt(runDirectory);
    }
    return RunDirectory.create(app.name(), name == null ? configOptions.defaultName() : name);
  }

  private TrainOptions options() {
    DataAccess access = new DataAccess(offline, System.out::println);
    return new TrainOptions(
        test,
        Optional.ofNullable(timeLimit),
        !noUi,
        access,
        System.out,
        spec.root().commandLine().getParseResult().originalArgs());
  }

  private static int exitCode(Optional<RunResult> result) {
    return result.isPresent() ? Main.DONE : INTERRUPTED;
  }
}
