package org.unroll.core.cli;

import java.util.concurrent.Callable;
import org.unroll.core.report.Report;
import org.unroll.core.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes a run's report.html anew, also of a run that is still training.",
    footer = {
      "# of the latest run",
      "./${COMMAND-FULL-NAME}",
      "# of a run that is still training, or was moved",
      "./${COMMAND-FULL-NAME} --run runs/mine"
    })
final class ReportCommand implements Callable<Integer> {
  private final String app;

  @Option(
      names = "--run",
      defaultValue = "latest",
      description = "Run directory, or latest (the default): the latest that finished.")
  private String run;

  ReportCommand(String app) {
    this.app = app;
  }

  @Override
  public Integer call() {
    RunDirectory directory = RunDirectory.open(app, run);

    Report.write(directory.path());
    System.out.println(directory.path().resolve("report.html"));
    return Main.DONE;
  }
}
