package org.unroll.core.cli;

import java.util.ServiceLoader;
import org.unroll.core.app.App;
import org.unroll.core.app.AppCommandProvider;
import org.unroll.core.app.CommandProvider;
import org.unroll.core.app.RunConfig;
import org.unroll.core.train.ProgressDisplay;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** All commands: those of each app on the class path, and those without an app. */
public final class Commands {
  private Commands() {}

  /** A new tree of them, which may be parsed and run once. */
  public static CommandLine all() {
    CommandLine root = new CommandLine(new Unroll());
    for (App<?> app : ServiceLoader.load(App.class)) {
      root.addSubcommand(app.name(), ofApp(app));
    }
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      root.addSubcommand(provider.command(ProgressDisplay.open()));
    }
    root.addSubcommand(new UiCommand());
    root.addSubcommand(new RunsCommand());
    root.addSubcommand(new InspectCommand());
    root.addSubcommand(new DoctorCommand());
    root.addSubcommand(new CompletionCommand());
    root.addSubcommand(HelpCommand.of(root));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    HelpLayout.apply(root);
    return root;
  }

  private static <C extends Record & RunConfig> CommandLine ofApp(App<C> app) {
    CommandSpec spec = CommandSpec.create().name(app.name());
    spec.usageMessage().description(app.summary());
    spec.usageMessage()
        .footer(
            "# learns from the data of configs/" + app.name() + ".yaml; scores the test split",
            "./${COMMAND-FULL-NAME} train --test",
            "# all options of a command",
            "./${COMMAND-FULL-NAME} train --help");
    spec.mixinStandardHelpOptions(true);
    CommandLine command = new CommandLine(spec);
    command.addSubcommand(InitCommand.of(app));
    command.addSubcommand(new TrainCommand<>(app));
    command.addSubcommand(new CompareCommand<>(app));
    command.addSubcommand(SearchCommand.of(app));
    command.addSubcommand(EvaluateCommand.of(app));
    command.addSubcommand(PredictCommand.of(app));
    command.addSubcommand(new ReportCommand(app.name()));
    for (AppCommandProvider provider : ServiceLoader.load(AppCommandProvider.class)) {
      command.addSubcommand(provider.command(app));
    }
    command.addSubcommand(ConfigCommand.of(app));
    return command;
  }

  @Command(
      name = "unroll",
      mixinStandardHelpOptions = true,
      description = "Recurrent networks on the JVM: one YAML file, one command.",
      exitCodeList = {
        "0:done",
        "1:a bug of ours, with its trace",
        "2:a mistake you can mend, or a fault of the machine such as a full disk",
        "130:stopped by Ctrl-C or a time limit before there was a result; can be resumed",
        "141:a reader of the output has seen enough, as by | head"
      },
      footer = {
        "# trains on generated sentences, scores the test split",
        "./unroll sentiment train --test",
        "# asks the net",
        "./unroll sentiment predict \"I wanted to love it, but the plot is dull.\"",
        "# what an app can do, and all options of a command",
        "./unroll help sentiment",
        "./unroll help sentiment train"
      })
  private static final class Unroll implements Runnable {
    @CommandLine.Spec private CommandSpec spec;

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
