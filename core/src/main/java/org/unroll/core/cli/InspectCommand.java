package org.unroll.core.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
            + " runs, or those of a comparison, the gradients side by side.")
final class InspectCommand implements Callable<Integer> {
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

  @Override
  public Integer call() {
    if (examples < 1) {
      throw new UserError("--examples " + examples + ": expected a number from 1 on");
    }
    Map<String, RunDirectory> runs = InspectedRuns.of(paths);
    if (runs.size() == 1) {
      one(runs.values().iterator().next());
    } else {
      sideBySide(runs);
    }
    return Main.DONE;
  }

  private void one(RunDirectory run) {
    List<Panel> panels;
    try {
      panels = inspected(run).panels();
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

  /** What is stored is not computed again, as it is the same. */
  private void sideBySide(Map<String, RunDirectory> runs) {
    GradientPage page = new GradientPage();
    runs.forEach(
        (name, run) -> {
          Optional<Inspection> stored =
              Inspection.read(run).filter(each -> each.examples() == examples);
          page.add(name, stored.orElseGet(() -> inspected(run)));
        });
    page.tables().forEach(InspectCommand::print);
    Path file = paths.get(0).resolve("inspection.html");
    page.write(file);
    System.out.println();
    System.out.println("page " + file);
  }
}
