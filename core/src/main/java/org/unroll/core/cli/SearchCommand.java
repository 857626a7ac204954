package org.unroll.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.unroll.core.ShellText;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import org.unroll.core.run.RunRequest;
import org.unroll.core.search.SearchResult;
import org.unroll.core.search.SearchRun;
import org.unroll.core.search.SearchStart;
import org.unroll.core.train.Cluster;
import org.unroll.core.train.StopSignal;
import org.unroll.core.train.TrainOptions;
import org.unroll.core.yaml.Loaded;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description =
        "Tries values of keys, each trial a run of its own, drops poor ones early and keeps the"
            + " best config.",
    footer = {
      "# the config as it is, and 19 with other rates",
      "./${COMMAND-FULL-NAME} --over train.updater.adam=1e-3..1e-1:log",
      "# all combinations, each trained to its end; the best is tested",
      "./${COMMAND-FULL-NAME} --over train.epochs=2,4,8 --grid --full --test",
      "# the trials of a rung at once, on a cluster",
      "./${COMMAND-FULL-NAME} --over train.epochs=2,4,8 --spark spark://127.0.0.1:7077",
      "# goes on after Ctrl-C, for an hour at most",
      "./${COMMAND-FULL-NAME} --resume runs/search --time-limit 1h"
    })
final class SearchCommand<C extends Record & RunConfig> implements Callable<Integer> {
  private static final int TRIALS = 20;

  private final App<C> app;

  @Spec private CommandSpec spec;

  @Mixin private ConfigOptions configOptions;

  @Option(
      names = "--over",
      paramLabel = "key=VALUES",
      description =
          "A key to search: key=a,b,c, or key=LOW..HIGH, whole if both ends are, with :log behind"
              + " it for equal factors. May be repeated.")
  private List<String> over = List.of();

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "How many configs, the given one first; default: 20.")
  private Integer trials; // null for the default

  @Option(
      names = "--grid",
      description = "Tries all combinations of listed values, in place of draws.")
  private boolean grid;

  @Option(names = "--full", description = "Trains every trial to its end; none is dropped early.")
  private boolean full;

  @Option(names = "--seed", description = "Of the draws; default: the config's.")
  private Long seed; // null for the config's

  @Mixin private RunOptions runOptions;

  @Mixin private SpreadOptions spreadOptions;

  @Option(names = "--resume", paramLabel = "DIR", description = "Goes on with a search.")
  private Path resume;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stops after this long (90s, 10m, 2h) and ranks what there is.")
  private Duration timeLimit;

  @Option(names = "--json", description = "Prints the trials as JSON.")
  private boolean json;

  private SearchCommand(App<C> app) {
    this.app = app;
  }

  /** A trial is one training, so it has no {@code --seeds}. */
  static <C extends Record & RunConfig> CommandLine of(App<C> app) {
    CommandLine command = new CommandLine(new SearchCommand<>(app));
    CommandSpec spec = command.getCommandSpec();
    spec.remove(spec.findOption("--seeds"));
    return command;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    return print(resume == null ? start() : goOn(new RunDirectory(toResume())));
  }

  private Path toResume() {
    boolean changed = configOptions.given() || !over.isEmpty() || trials != null;
    if (changed || grid || full || seed != null || runOptions.placed()) {
      throw new UserError(
          "--resume goes on with the trials it began with, where they are: leave out -c, -s,"
              + " --over, --trials, --grid, --full, --seed, --name, --run-dir");
    }
    return resume;
  }

  /**
   * @param goOn the command that goes on with it
   */
  private record Ended(RunDirectory directory, Optional<SearchResult> result, String goOn) {}

  private Ended start() {
    if (grid && trials != null) {
      throw new UserError("--grid tries all combinations: leave out --trials, or --grid");
    }
    RunRequest request = runOptions.request(spec);
    Loaded<C> loaded = spreadOptions.settled(app, configOptions.load(app));
    SearchStart.Plan plan =
        new SearchStart.Plan(
            over,
            trials == null ? TRIALS : trials,
            grid,
            full,
            seed == null ? loaded.config().seed() : seed);
    SearchStart<C> start = SearchStart.of(app, loaded, plan); // all mistakes before it is written
    return spreadOptions.during(cluster -> begin(start, request, cluster));
  }

  private Ended begin(SearchStart<C> start, RunRequest request, Optional<Cluster> cluster) {
    RunDirectory directory = runOptions.create(app.name(), "search");
    start.notices().forEach(progress()::println);
    try {
      start.write(directory, options(request, directory));
      return run(directory, cluster);
    } catch (UserError e) {
      directory.discardIfNothingTrained();
      throw e;
    }
  }

  private Ended goOn(RunDirectory directory) {
    return spreadOptions.during(cluster -> run(directory, cluster));
  }

  private Ended run(RunDirectory directory, Optional<Cluster> cluster) {
    TrainOptions options = options(runOptions.request(directory), directory);
    progress().println("search " + directory.path());
    Optional<SearchResult> result =
        RunLock.during(
            directory,
            () -> {
              try (StopSignal stop = new StopSignal(options.timeLimit())) {
                return new SearchRun<>(app, directory, options, stop, cluster).run();
              }
            });
    return new Ended(directory, result, options.goOn());
  }

  private int print(Ended ended) throws JsonProcessingException {
    if (ended.result.isEmpty()) {
      return Main.STOPPED;
    }
    SearchResult result = ended.result.get();
    Path best = result.write(app);
    if (json) {
      System.out.println(result.json());
    } else {
      result.print(System.out);
    }
    if (result.cut()) {
      progress().println("go on with " + ended.goOn);
    }
    progress().println("best " + best);
    progress().println("page " + ended.directory.path().resolve("search.html"));
    return Main.DONE;
  }

  private TrainOptions options(RunRequest request, RunDirectory directory) {
    String goOn = "./unroll " + app.name() + " search --resume " + ShellText.word(directory.path());
    Set<String> told = new HashSet<>(); // each trial has the same to tell
    DataAccess access =
        runOptions.access(
            notice -> {
              if (told.add(notice)) {
                progress().println(notice);
              }
            });
    return new TrainOptions(
        request, Optional.ofNullable(timeLimit), false, access, progress(), goOn, Optional.empty());
  }

  /** With --json nothing but JSON goes to the output. */
  private PrintStream progress() {
    return json ? System.err : System.out;
  }
}
