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
    description = "Answers for a trained net over HTTP: POST /predict, a page to try it, metrics.")
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
