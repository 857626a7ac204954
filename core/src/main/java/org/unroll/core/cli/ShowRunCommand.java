package org.unroll.core.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.OneLine;
import org.unroll.core.history.NamedRuns;
import org.unroll.core.history.RunSummaries;
import org.unroll.core.history.RunSummary;
import org.unroll.core.history.StoredRuns;
import org.unroll.core.history.SummaryTexts;
import org.unroll.core.metric.Table;
import org.unroll.core.report.RunFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "What a run is, its scores, how it was made, its files.",
    footer = {
      "# by a name that list prints, or a directory",
      "./${COMMAND-FULL-NAME} sentiment/first",
      "./${COMMAND-FULL-NAME} runs/sentiment/first"
    })
final class ShowRunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "A directory, or a name as list prints it.")
  private String name;

  @Override
  public Integer call() {
    Map.Entry<String, Path> found = NamedRuns.of(List.of(name)).entrySet().iterator().next();
    Path directory = found.getValue();
    RunSummary run = new RunSummaries().of(Map.of(found.getKey(), directory), List.of()).get(0);
    System.out.println(OneLine.of(run.path()));
    line("state", run.state().key());
    line("data", run.data());
    line("graph", SummaryTexts.graph(run));
    line("parameters", SummaryTexts.parameters(run));
    line("epochs", SummaryTexts.epochs(run));
    line("time", SummaryTexts.time(run));
    line("begun", SummaryTexts.begun(run));
    line("command", StoredRuns.command(directory));
    line("commit", StoredRuns.commit(directory));
    line("parts", String.join(" ", run.rows()));
    printScores(directory);
    System.out.println();
    run.files().forEach(file -> System.out.println(OneLine.of(directory.resolve(file).toString())));
    return Main.DONE;
  }

  private static void line(String what, String text) {
    if (!text.isEmpty()) {
      System.out.println("  " + what + " ".repeat(12 - what.length()) + OneLine.of(text));
    }
  }

  private static void printScores(Path directory) {
    RunFigures figures;
    try {
      figures = RunFigures.read(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
    for (Table table : figures.allScores()) {
      System.out.println();
      System.out.print(table.toText());
    }
    figures.verdicts().forEach(verdict -> System.out.println(OneLine.of(verdict)));
    figures.notes().forEach(note -> System.out.println(OneLine.of(note)));
  }
}
