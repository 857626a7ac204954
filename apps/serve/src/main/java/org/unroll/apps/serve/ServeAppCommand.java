package org.unroll.apps.serve;

import java.util.List;
import java.util.concurrent.Callable;
import org.unroll.core.app.App;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Answers for a trained net over HTTP: POST /predict, a page to try it, metrics.",
    footer = {
      "# the latest run, at http://127.0.0.1:8080/predict, with a page to try it at /play",
      "./${COMMAND-FULL-NAME}",
      "# at another port; requests wait up to 5 ms for others to share a batch",
      "./${COMMAND-FULL-NAME} --port 9090 --batch-delay 5"
    })
final class ServeAppCommand implements Callable<Integer> {
  private final App<?> app;

  @Option(
      names = "--run",
      defaultValue = "latest",
      description = "Run directory, or latest (the default): the latest that finished.")
  private String run;

  @Mixin private ServeOptions options;

  ServeAppCommand(App<?> app) {
    this.app = app;
  }

  @Override
  public Integer call() throws InterruptedException {
    new Serving(options, List.of(RunSource.of(app.name(), run))).run();
    return 0;
  }
}
