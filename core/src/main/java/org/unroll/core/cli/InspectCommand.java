package org.unroll.core.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unroll.core.UserError;
import org.unroll.core.inspect.Inspection;
import org.unroll.core.inspect.Inspector;
import org.unroll.core.inspect.Panel;
import org.unroll.core.inspect.RunInspection;
import org.unroll.core.inspect.Spectra;
import org.unroll.core.inspect.SpectrumPanel;
import org.unroll.core.metric.Table;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.model.Unroll;
import org.unroll.core.report.GradientPage;
import org.unroll.core.report.Report;
import org.unroll.core.run.DamagedModel;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Shows what the recurrent layers of a trained net do inside: how far back the gradient"
            + " reaches, which gates are saturated, how large the recurrent weights are. Of several"
            + " runs, or those of a comparison, the gradients side by side.",
    footer = {
      "# one run",
      "./${COMMAND-FULL-NAME} runs/sentiment/first",
      "# the gradients of two on one page",
      "./${COMMAND-FULL-NAME} runs/sentiment/first runs/sentiment/second --out both.html"
    })
final class InspectCommand implements Callable<Integer> {
  private static final int LONGEST = 200; // in characters: file systems take 255 bytes

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Directories of runs, or of a comparison.")
  private List<Path> paths;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "Training examples to look at, ${DEFAULT-VALUE} if not given.",
      defaultValue = "" + Inspector.EXAMPLES)
  private int examples;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The page of several runs, an .html file; else inspection.html in the comparison, or"
              + " inspection-with-<others>.html in the first run.")
  private Path out;

  @Option(names = "--force", description = "Writes over an --out that is there.")
  private boolean force;

  @Override
  public Integer call() {
    if (examples < 1) {
      throw new UserError("--examples " + examples + ": expected a number from 1 on");
    }
    Map<String, RunDirectory> runs = InspectedRuns.of(paths);
    if (runs.size() == 1 && out != null) {
      throw new UserError(
          "--out is the page of several runs: of one, what is inside stands in its report.html;"
              + " leave it out");
    }
    if (runs.size() == 1) {
      one(runs.values().iterator().next());
    } else {
      sideBySide(runs, page());
    }
    return Main.DONE;
  }

  private void one(RunDirectory run) {
    List<Panel> panels;
    try {
      panels = inspected(run).panels();
    } catch (DamagedModel e) {
      throw e; // what is stored would be shown as if all were well
    } catch (UserError e) {
      panels = stored(run, e);
      System.out.println(e.getMessage());
      System.out.println("so this is what the run has stored:");
    }
    Report.write(run.path());
    panels.stream().flatMap(panel -> panel.tables().stream()).forEach(InspectCommand::print);
    System.out.println();
    System.out.println("report " + run.report());
  }

  private static void print(Table table) {
    System.out.println();
    System.out.print(table.toText());
  }

  /** Nobody trains there at the same time. */
  private Inspection inspected(RunDirectory run) {
    return RunLock.during(
        run,
        () -> {
          try (TrainedModel<?, ?> model = Unroll.load(run.path())) {
            return RunInspection.of(run, model.task(), examples)
                .orElseThrow(() -> withoutLayers(run));
          }
        });
  }

  private static UserError withoutLayers(RunDirectory run) {
    return new UserError(
        "the net of %s has no lstm, gru or rnn layer to look into: inspect a run that has one"
            .formatted(run.path()));
  }

  /**
   * @throws UserError if nothing is stored
   */
  private static List<Panel> stored(RunDirectory run, UserError obstacle) {
    Optional<Inspection> inspection = Inspection.read(run);
    if (inspection.isPresent()) {
      return inspection.get().panels();
    }
    List<Spectra> spectra = spectra(run);
    if (spectra.isEmpty()) {
      throw new UserError(
          "%s; and nothing is stored in %s: train it to its end, or inspect it where its training data are"
              .formatted(obstacle.getMessage(), run.path()),
          obstacle);
    }
    return List.of(SpectrumPanel.of(spectra));
  }

  private static List<Spectra> spectra(RunDirectory run) {
    try {
      return Spectra.read(run);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + run.spectrum(), e);
    }
  }

  /**
   * Where the page goes: without {@code --out} beside the runs of a comparison, or into the first
   * run, under a name that tells what else is in it.
   *
   * @throws UserError if it may not be written
   */
  private Path page() {
    if (out != null) {
      OutputFile.requirePage("--out", out, List.of(), force);
      return out;
    }
    List<String> others =
        paths.stream().skip(1).map(path -> new RunDirectory(path).name()).toList();
    String with = others.isEmpty() ? "" : "-with-" + String.join("-", others);
    if (with.length() > LONGEST) {
      throw new UserError("the page of so many runs needs a name: give it by --out FILE.html");
    }
    return paths.get(0).resolve("inspection" + with + ".html");
  }

  /** What cannot be inspected is told and left out. */
  private void sideBySide(Map<String, RunDirectory> runs, Path file) {
    GradientPage page = new GradientPage();
    List<String> leftOut = new ArrayList<>();
    runs.forEach(
        (name, run) -> {
          try {
            page.add(name, storedOrInspected(run));
          } catch (UserError e) {
            leftOut.add(name + ": " + e.getMessage());
          }
        });
    if (leftOut.size() == runs.size()) {
      throw new UserError(String.join("\n", leftOut));
    }
    leftOut.forEach(each -> System.err.println("left out: " + each));
    page.tables().forEach(InspectCommand::print);
    page.write(file);
    System.out.println();
    System.out.println("page " + file);
  }

  /** What is stored is not computed again, as it is the same. */
  private Inspection storedOrInspected(RunDirectory run) {
    return Inspection.read(run)
        .filter(each -> each.examples() == examples)
        .orElseGet(() -> inspected(run));
  }
}
