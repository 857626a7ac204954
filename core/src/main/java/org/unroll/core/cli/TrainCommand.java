package org.unroll.core.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.DataAccess;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.ConfigText;
import org.unroll.core.config.Loaded;
import org.unroll.core.config.UserError;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import org.unroll.core.run.RunRequest;
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
  private List<Long> seeds = List.of();

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
    Optional<RunResult> result = resume == null ? start() : resume();
    return result.isPresent() ? Main.DONE : Main.STOPPED;
  }

  private Optional<RunResult> start() {
    List<String> command = spec.root().commandLine().getParseResult().originalArgs();
    RunRequest request = new RunRequest(command, test, seeds);
    Loaded<C> loaded = configOptions.load(app); // all mistakes before anything is written
    RunDirectory run = runDirectory();
    if (seeds.isEmpty()) {
      return startOne(loaded, request, run);
    }
    return RunLock.during(
        run,
        () -> {
          request.write(run);
          AtomicFile.writeText(run.config(), loaded.tree().toYaml());
          return trainSeeds(run, request);
        });
  }

  private Optional<RunResult> startOne(Loaded<C> loaded, RunRequest request, RunDirectory run) {
    try {
      return new TrainingRun<>(app, loaded, options(request, run)).start(run);
    } catch (UserError e) {
      run.discardIfNothingTrained();
      throw e;
    }
  }

  private Optional<RunResult> resume() {
    if (name != null || runDirectory != null) {
      throw new UserError(
          "--resume goes on in the run's own directory: leave out --name, --run-dir");
    }
    RunDirectory run = RunDirectory.open(app.name(), resume);
    Loaded<C> stored = AppConfig.reload(app, ConfigText.of(run.config()));
    if (configOptions.given()) {
      refuseDifferences(run, stored, configOptions.load(app));
    }
    RunRequest request = RunRequest.read(run).orTest(test);
    if (!seeds.isEmpty() && !seeds.equals(request.seeds())) {
      throw new UserError(
          "cannot resume %s with other seeds: it has %s; leave out --seeds, or start a new run"
              .formatted(run.path(), request.seeds().isEmpty() ? "none" : request.seeds()));
    }
    return request.seeds().isEmpty()
        ? new TrainingRun<>(app, stored, options(request, run)).resume(run)
        : RunLock.during(run, () -> trainSeeds(run, request));
  }

  private Optional<RunResult> trainSeeds(RunDirectory parent, RunRequest request) {
    ConfigText config = ConfigText.of(parent.config());
    TrainOptions options = options(request.single(), parent);
    return new SeedRuns(parent, request.seeds(), System.out)
        .train(
            (seed, run) -> trainSeed(AppConfig.reload(app, config, "seed=" + seed), run, options));
  }

  private Optional<RunResult> trainSeed(Loaded<C> loaded, RunDirectory run, TrainOptions options) {
    TrainingRun<C> training = new TrainingRun<>(app, loaded, options);
    if (!run.begun()) {
      return training.start(run);
    }
    refuseDifferences(run, AppConfig.reload(app, ConfigText.of(run.config())), loaded);
    return training.resume(run);
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

  private TrainOptions options(RunRequest request, RunDirectory run) {
    DataAccess access = new DataAccess(offline, System.out::println);
    return new TrainOptions(
        request, Optional.ofNullable(timeLimit), !noUi, access, System.out, run.path());
  }
}
