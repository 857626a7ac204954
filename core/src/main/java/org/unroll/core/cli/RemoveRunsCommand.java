package org.unroll.core.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.OneLine;
import org.unroll.core.UserError;
import org.unroll.core.history.NamedRuns;
import org.unroll.core.run.RunDeletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rm",
    mixinStandardHelpOptions = true,
    description = "Deletes the directories of runs, and nothing else; asks first.",
    footer = {
      "# asks first",
      "./${COMMAND-FULL-NAME} sentiment/first",
      "# does not ask",
      "./${COMMAND-FULL-NAME} sentiment/first sentiment/second --yes"
    })
final class RemoveRunsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Directories, or names as list prints them.")
  private List<String> names;

  @Option(names = "--yes", description = "Does not ask; needed where nobody can be asked.")
  private boolean sure;

  /** All are checked before the first is deleted. */
  @Override
  public Integer call() {
    Map<String, Path> runs = NamedRuns.of(names);
    List<RunDeletion> deletions = runs.values().stream().map(RunDeletion::of).toList();
    if (!sure && !confirmed(runs)) {
      System.out.println("nothing deleted");
      return Main.DONE;
    }
    for (RunDeletion deletion : deletions) {
      deletion.run();
      System.out.println("deleted " + OneLine.of(deletion.directory().toString()));
    }
    return Main.DONE;
  }

  private static boolean confirmed(Map<String, Path> runs) {
    Console console = System.console();
    if (console == null) {
      throw new UserError(
          "runs rm would delete %s for good, and there is no terminal to ask on: add --yes"
              .formatted(String.join(", ", runs.keySet())));
    }
    runs.values().forEach(run -> System.out.println(OneLine.of(run.toString())));
    String answer =
        console.readLine(
            "Delete %d %s for good? [y/N] ", runs.size(), runs.size() == 1 ? "run" : "runs");
    return answer != null && answer.strip().matches("(?i)y|yes");
  }
}
