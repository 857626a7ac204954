package org.unroll.core.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unroll.core.ShellText;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.run.RunResult;
import org.unroll.core.train.Cluster;
import org.unroll.core.train.ContinuedRun;
import org.unroll.core.train.RequestedTraining;
import org.unroll.core.train.TrainOptions;
import org.unroll.core.yaml.Loaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a net and keeps the run: config, metrics, model, report.",
    footer = {
      "# on the app's own data; scores the test split in the end",
      "./${COMMAND-FULL-NAME} --test",
      "# on data of yours, with another value",
      "./${COMMAND-FULL-NAME} -c mine.yaml -s train.epochs=3 --test",
      "# three times, and the mean of the scores",
      "./${COMMAND-FULL-NAME} --seeds 1,2,3 --test --no-ui",
      "# the same at once, on a cluster",
      "./${COMMAND-FULL-NAME} --seeds 1,2,3 --spark spark://127.0.0.1:7077",
      "# goes on after Ctrl-C",
      "./${COMMAND-FULL-NAME} --resume latest",
      "# four epochs more than it had",
      "./${COMMAND-FULL-NAME} --continue latest -s train.epochs=+4"
    })
final class TrainCommand<C extends Record & RunConfig> implements Callable<Integer> {
  private final App<C> app;

  @Spec private CommandSpec spec;

  @Mixin private ConfigOptions configOptions;

  @Mixin private RunOptions runOptions;

  @Mixin private SpreadOptions spreadOptions;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "Goes on with a run: its directory, or latest for the latest that did not finish.")
  private String resume;

  @Option(
      names = "--continue",
      paramLabel = "RUN",
      description =
          "Trains a run that ended further, in a new run: with -s train.epochs=+4 four epochs more.")
  private String continued;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stops after this long (90s, 10m, 2h) and scores what is there.")
  private Duration timeLimit;

  @Option(names = "--no-ui", description = "No training page in the browser.")
  private boolean noUi;

  TrainCommand(App<C> app) {
    this.app = app;
  }

  @Override
  public Integer call() {
    if (resume != null && continued != null) {
      throw new UserError(
          "--resume and --continue name two runs to go on with: leave out one of them");
    }
    Optional<RunResult> result =
        resume != null ? resume() : continued != null ? continueRun() : start();
    return result.isPresent() ? Main.DONE : Main.STOPPED;
  }

  private Optional<RunResult> start() {
    RunRequest request = runOptions.request(spec);
    // all mistakes before anything is written
    Loaded<C> loaded = spreadOptions.settled(app, configOptions.load(app), request);
    return spreadOptions.during(
        loaded.config(),
        cluster -> {
          RunDirectory run = runOptions.create(app.name(), configOptions.defaultName());
          return training(request, run, cluster).train(loaded, run);
        });
  }

  private Optional<RunResult> continueRun() {
    if (!runOptions.seeds().isEmpty()) {
      throw new UserError("--continue goes on with one training: leave out --seeds");
    }
    RunDirectory from = RunDirectory.open(app.name(), continued);
    Loaded<C> loaded = configOptions.loadOver(ContinuedRun.of(app, from));
    RunRequest request = runOptions.request(spec).continuing(from);
    return spreadOptions.during(
        loaded.config(),
        cluster -> {
          RunDirectory run = runOptions.create(app.name(), from.givenName());
          return training(request, run, cluster).train(loaded, run);
        });
  }

  private Optional<RunResult> resume() {
    if (runOptions.placed()) {
      throw new UserError(
          "--resume goes on in the run's own directory: leave out --name, --run-dir");
    }
    RunDirectory run = RunDirectory.openUnfinished(app.name(), resume);
    RunRequest request = runOptions.request(run);
    List<Long> seeds = runOptions.seeds();
    if (!seeds.isEmpty() && !seeds.equals(request.seeds())) {
      throw new UserError(
          "cannot resume %s with other seeds: it has %s; leave out --seeds, or start a new run"
              .formatted(run.path(), request.seeds().isEmpty() ? "none" : request.seeds()));
    }
    Loaded<C> loaded = configOptions.loadOver(run, app);
    return spreadOptions.during(
        loaded.config(), cluster -> training(request, run, cluster).train(loaded, run));
  }

  private RequestedTraining<C> training(
      RunRequest request, RunDirectory run, Optional<Cluster> cluster) {
    DataAccess access = runOptions.access(System.out::println);
    String goOn = "./unroll " + app.name() + " train --resume " + ShellText.word(run.path());
    return new RequestedTraining<>(
        app,
        new TrainOptions(
            request,
            Optional.ofNullable(timeLimit),
            !noUi,
            access,
            System.out,
            goOn,
            Optional.empty()),
        cluster);
  }
}
