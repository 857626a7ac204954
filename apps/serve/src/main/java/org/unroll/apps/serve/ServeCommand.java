package org.unroll.apps.serve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.unroll.core.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Answers for several runs, of any apps, over HTTP.",
    footer = {
      "# the latest runs of two apps, at /predict/sentiment and /predict/translate",
      "./${COMMAND-FULL-NAME} --run sentiment/latest --run translate/latest",
      "# two runs of one app, under names",
      "./${COMMAND-FULL-NAME} --run old=runs/sentiment/first --run new=sentiment/latest",
      "# newer runs as they finish, for those who know a token",
      "openssl rand -hex 32 > token",
      "./${COMMAND-FULL-NAME} --run translate/latest --watch --token-file token"
    })
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--run",
      paramLabel = "[NAME=]RUN",
      required = true,
      description =
          "A directory, a name as runs list prints it, or <app>/latest; in addresses it is called NAME, or as its"
              + " app. May be repeated.")
  private List<String> runs = List.of();

  @Mixin private ServeOptions options;

  @Override
  public Integer call() throws InterruptedException {
    List<RunSource> sources = runs.stream().map(RunSource::parse).toList();
    Set<String> names = new HashSet<>();
    for (RunSource source : sources) {
      if (!names.add(source.name())) {
        throw new UserError(
            "two runs are called '%s': name them, such as --run old=… --run new=…"
                .formatted(source.name()));
      }
    }
    new Serving(options, sources).run();
    return 0;
  }
}
