package org.unroll.apps.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.DataAccess;
import org.unroll.core.engine.Backend;
import org.unroll.core.yaml.ConfigText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "apps",
    mixinStandardHelpOptions = true,
    description = "Times the training of each app, and says where the time goes.",
    footer = {
      "# each app with its defaults",
      "./${COMMAND-FULL-NAME}",
      "# one config, whole batches and halves of them",
      "./${COMMAND-FULL-NAME} -c configs/sentiment-sst2.yaml --threads 1,2"
    })
final class AppsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "Trains as configs/<app>-<data set>.yaml says; may be repeated. Default: each app.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      defaultValue = "1",
      description = "Parts of a batch at once, such as 1,2; default ${DEFAULT-VALUE}.")
  private List<Integer> threads;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description = "Training steps of a round; default ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds that are timed, after one of warm-up; default ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() {
    BenchCommand.requirePositive("--steps", steps);
    BenchCommand.requirePositive("--rounds", rounds);
    threads.forEach(each -> BenchCommand.requirePositive("--threads", each));
    List<AppSpeed> speeds = new ArrayList<>();
    if (files.isEmpty()) {
      for (App<?> app : ServiceLoader.load(App.class)) {
        speeds.addAll(measure(app, List.of()));
      }
    }
    for (Path file : files) {
      speeds.addAll(measure(app(file), List.of(ConfigText.of(file))));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(AppSpeed.table(speeds).toText());
    out.flush();
    return 0;
  }

  /** Configs are named {@code <app>-<data set>.yaml}. */
  static App<?> app(Path file) {
    String name = file.getFileName().toString().split("[-.]")[0];
    for (App<?> app : ServiceLoader.load(App.class)) {
      if (app.name().equals(name)) {
        return app;
      }
    }
    throw new UserError("%s: expected the name of an app as its first word".formatted(file));
  }

  private <C extends Record & RunConfig> List<AppSpeed> measure(
      App<C> app, List<ConfigText> deltas) {
    C config = AppConfig.load(app, deltas, List.of()).config();
    String name = deltas.isEmpty() ? app.name() : Path.of(deltas.get(0).name()).getFileName() + "";
    spec.commandLine().getErr().println(name + " …");
    Backend.prepare(config.device(), OptionalInt.of(1));
    Task<?, ?> task = app.open(config, new DataAccess(true, notice -> {}));
    return new AppsBenchmark(config, task, threads).run(name, steps, rounds);
  }
}
