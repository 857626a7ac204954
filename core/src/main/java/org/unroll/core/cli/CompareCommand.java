package org.unroll.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unroll.core.Json;
import org.unroll.core.ShellText;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.metric.Table;
import org.unroll.core.report.Breakdowns;
import org.unroll.core.report.Comparison;
import org.unroll.core.report.ComparisonPage;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import org.unroll.core.run.RunRequest;
import org.unroll.core.run.RunResult;
import org.unroll.core.train.Cluster;
import org.unroll.core.train.RemoteTraining;
import org.unroll.core.train.RequestedTraining;
import org.unroll.core.train.SpreadRun;
import org.unroll.core.train.SpreadTraining;
import org.unroll.core.train.TrainOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Trains several configs, each a run of its own, and prints one table of scores.",
    footer = {
      "# two variants of the defaults, a row each",
      "./${COMMAND-FULL-NAME} -v short:train.epochs=2 -v long:train.epochs=8 --test",
      "# two configs, three trainings of each",
      "./${COMMAND-FULL-NAME} -c mine.yaml -c other.yaml --seeds 1,2,3 --test",
      "# the defaults and a variant at once, on a cluster",
      "./${COMMAND-FULL-NAME} -v long:train.epochs=8 --spark spark://127.0.0.1:7077"
    })
final class CompareCommand<C extends Record & RunConfig> implements Callable<Integer> {
  private final App<C> app;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "A row: YAML file laid over the app's defaults; or one whose section compare names the rows."
              + " May be repeated.")
  private List<Path> files = List.of();

  @Option(
      names = {"-v", "--variant"},
      paramLabel = "name:key=value[,key=value]",
      description = "One row more: the one config with other values. May be repeated.")
  private List<String> variants = List.of();

  @Option(
      names = {"-s", "--set"},
      paramLabel = "key=value",
      description = "Overrides one key in every row. May be repeated.")
  private List<String> settings = List.of();

  @Mixin private RunOptions runOptions;

  @Mixin private SpreadOptions spreadOptions;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Goes on with a comparison: its directory.")
  private Path resume;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stops each row after this long (90s, 10m, 2h) and scores what is there.")
  private Duration timeLimit;

  @Option(names = "--json", description = "Prints the results as JSON.")
  private boolean json;

  CompareCommand(App<C> app) {
    this.app = app;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Trained trained = resume == null ? start() : goOn();
    RunDirectory parent = trained.parent;
    Comparison comparison = trained.comparison;
    Map<String, RunResult> results = trained.results;
    if (results.size() < comparison.rows().size()) {
      return Main.STOPPED;
    }
    Comparison compared = comparison.with(results, commit(parent, comparison));
    compared.write(parent);
    Breakdowns breakdowns = new Breakdowns(parent, compared);
    Path page = new ComparisonPage(parent, compared, breakdowns).write();
    print(compared, breakdowns);
    progress().println("page " + page);
    return Main.DONE;
  }

  /** Of the last row; of several seeds or folds that of the first that wrote one. */
  private static String commit(RunDirectory parent, Comparison comparison) {
    List<String> rows = comparison.rows();
    RunDirectory last = parent.within(rows.get(rows.size() - 1));
    return last.files().stream()
        .filter(file -> file.endsWith(last.provenance().getFileName()))
        .map(file -> Provenance.read(new RunDirectory(file.getParent())).commit())
        .findFirst()
        .orElse("");
  }

  private Path toResume() {
    if (!files.isEmpty()
        || !variants.isEmpty()
        || !settings.isEmpty()
        || !runOptions.seeds().isEmpty()) {
      throw new UserError(
          "--resume goes on with the rows it began with: leave out -c, -v, -s, --seeds");
    }
    return resume;
  }

  /**
   * What there is in the end.
   *
   * @param results up to the first row that was stopped
   */
  private record Trained(
      RunDirectory parent, Comparison comparison, Map<String, RunResult> results) {}

  /** All mistakes are found before anything is written. */
  private Trained start() {
    RunRequest request = runOptions.request(spec);
    ComparedRows<C> compared =
        ComparedRows.of(app, files, variants, settings)
            .varied(config -> spreadOptions.settled(app, config));
    return spreadOptions.during(cluster -> train(begin(compared, request), cluster));
  }

  private Trained goOn() {
    RunDirectory parent = new RunDirectory(toResume());
    Comparison.read(parent); // what is no comparison needs no cluster
    return spreadOptions.during(cluster -> train(parent, cluster));
  }

  private RunDirectory begin(ComparedRows<C> compared, RunRequest request) {
    RunDirectory parent = runOptions.create(app.name(), "compare");
    RequestedTraining<C> training = new RequestedTraining<>(app, options(request, parent));
    compared.configs().forEach((row, config) -> training.begin(config, parent.within(row)));
    List<String> rows = List.copyOf(compared.configs().keySet());
    new Comparison(app.name(), request.command(), rows, compared.grid()).write(parent);
    return parent;
  }

  private Trained train(RunDirectory parent, Optional<Cluster> cluster) {
    Comparison comparison = Comparison.read(parent);
    List<String> rows = comparison.rows();
    Map<String, RunResult> results =
        RunLock.during(
            parent,
            () ->
                cluster.isPresent() && !spread(parent, rows, cluster.get())
                    ? Map.of()
                    : train(parent, rows, cluster.isPresent()));
    return new Trained(parent, comparison, results);
  }

  /**
   * The trainings of all rows at once, on a cluster.
   *
   * @return false if stopped
   */
  private boolean spread(RunDirectory parent, List<String> rows, Cluster cluster) {
    List<RemoteTraining> left = new ArrayList<>();
    for (String row : rows) {
      RunDirectory run = parent.within(row);
      left.addAll(new SpreadRun<>(app, options(runOptions.request(run), parent)).left(run));
    }
    RunRequest all = new RunRequest(List.of(), false, List.of());
    return new SpreadTraining(cluster, options(all, parent)).train(left);
  }

  /**
   * @param elsewhere whether they are trained, and their results to be collected
   */
  private Map<String, RunResult> train(RunDirectory parent, List<String> rows, boolean elsewhere) {
    Map<String, RunResult> results = new LinkedHashMap<>();
    for (String row : rows) {
      progress().println("row " + row + " (" + (results.size() + 1) + " of " + rows.size() + ")");
      RunDirectory run = parent.within(row);
      TrainOptions options = options(runOptions.request(run), parent);
      Optional<RunResult> result =
          elsewhere
              ? new SpreadRun<>(app, options).collect(run)
              : new RequestedTraining<>(app, options).train(run);
      if (result.isEmpty()) {
        return results;
      }
      results.put(row, result.get());
    }
    return results;
  }

  private TrainOptions options(RunRequest request, RunDirectory parent) {
    String goOn = "./unroll " + app.name() + " compare --resume " + ShellText.word(parent.path());
    DataAccess access = runOptions.access(progress()::println);
    return new TrainOptions(
        request, Optional.ofNullable(timeLimit), false, access, progress(), goOn, Optional.empty());
  }

  /** With --json nothing but JSON goes to the output. */
  private PrintStream progress() {
    return json ? System.err : System.out;
  }

  private void print(Comparison compared, Breakdowns breakdowns) throws JsonProcessingException {
    if (json) {
      System.out.println(Json.MAPPER.writeValueAsString(compared));
      return;
    }
    for (String split : compared.splits()) {
      System.out.println();
      System.out.print(compared.table(split).toText());
      compared.verdicts(split).forEach(System.out::println);
      List<Table> further = new ArrayList<>(breakdowns.tables(split));
      compared.byColumn(split).ifPresent(further::add);
      for (Table table : further) {
        System.out.println();
        System.out.print(table.toText());
      }
    }
  }
}
