package org.unroll.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.history.RunSummaries;
import org.unroll.core.history.RunSummary;
import org.unroll.core.history.StoredRuns;
import org.unroll.core.history.SummaryTexts;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.yaml.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "All stored runs, the newest first; seeds, folds and compared rows below theirs.",
    footer = {
      "# all, the newest first",
      "./${COMMAND-FULL-NAME}",
      "# for a script",
      "./${COMMAND-FULL-NAME} --json"
    })
final class ListRunsCommand implements Callable<Integer> {
  @Option(names = "--app", description = "Those of one app alone.")
  private String app; // null for all

  @Option(names = "--json", description = "Prints the runs as JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, Path> found = StoredRuns.find(RunDirectory.runs());
    List<RunSummary> runs = ofApp(new RunSummaries().of(found, List.of()));
    if (json) {
      System.out.println(Json.MAPPER.writeValueAsString(runs));
    } else if (runs.isEmpty()) {
      System.out.println("no runs in " + RunDirectory.runs().toAbsolutePath());
    } else {
      System.out.print(table(runs).toText());
    }
    return Main.DONE;
  }

  private List<RunSummary> ofApp(List<RunSummary> all) {
    TreeSet<String> apps = new TreeSet<>();
    all.forEach(run -> apps.add(run.app()));
    if (app != null && !apps.contains(app)) {
      throw new UserError(
          "--app %s: there are no runs of it%s"
              .formatted(app, apps.isEmpty() ? "" : NearestName.suggest(app, apps)));
    }
    return app == null ? all : all.stream().filter(run -> run.app().equals(app)).toList();
  }

  private static Table table(List<RunSummary> runs) {
    List<List<String>> rows = new ArrayList<>();
    for (RunSummary run : runs) {
      List<String> row =
          List.of(
              run.path(),
              run.state().key(),
              SummaryTexts.scores(run),
              run.split(),
              run.data(),
              SummaryTexts.graph(run),
              SummaryTexts.parameters(run),
              SummaryTexts.epochs(run),
              SummaryTexts.time(run));
      rows.add(row.stream().map(cell -> cell.isEmpty() ? Table.NONE : cell).toList());
    }
    List<String> header =
        List.of("run", "state", "scores", "split", "data", "graph", "parameters", "epochs", "time");
    return new Table("", header, rows);
  }
}
