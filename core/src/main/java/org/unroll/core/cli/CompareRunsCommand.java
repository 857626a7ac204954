package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.UserError;
import org.unroll.core.history.ComparedRuns;
import org.unroll.core.history.NamedRuns;
import org.unroll.core.metric.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Scores of runs side by side, and what differs in their configs.",
    footer = {
      "# scores, and what differs in their configs",
      "./${COMMAND-FULL-NAME} sentiment/first sentiment/second"
    })
final class CompareRunsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Directories, or names as list prints them.")
  private List<String> names;

  @Override
  public Integer call() {
    Map<String, Path> runs = NamedRuns.of(names);
    if (runs.size() < 2) {
      throw new UserError("runs compare needs two runs at least that differ: name another one");
    }
    ComparedRuns compared = new ComparedRuns(runs);
    for (Table scores : compared.scores()) {
      System.out.print(scores.toText());
      System.out.println();
    }
    Table differences = compared.differences();
    System.out.print(
        differences.rows().isEmpty() ? "Their configs are the same.\n" : differences.toText());
    return Main.DONE;
  }
}
