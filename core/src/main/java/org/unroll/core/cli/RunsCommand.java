package org.unroll.core.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, compares and deletes stored runs.",
    subcommands = {
      ListRunsCommand.class,
      ShowRunCommand.class,
      CompareRunsCommand.class,
      RemoveRunsCommand.class
    },
    footer = {
      "# all of them",
      "./${COMMAND-FULL-NAME} list",
      "# two beside each other",
      "./${COMMAND-FULL-NAME} compare sentiment/first sentiment/second"
    })
final class RunsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
