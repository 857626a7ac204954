package org.unroll.core.cli;

import java.util.ServiceLoader;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code unroll <app> <command>}. Exit codes: 0 done, 1 a bug (with its trace), 2 a user's mistake
 * (one message), 130 stopped by Ctrl-C.
 */
public final class Main {
  static final int DONE = 0;
  static final int BUG = 1;
  static final int USER_ERROR = 2;

  private Main() {}

  /** Exits explicitly, since the UI server leaves threads behind that would keep the JVM alive. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command in this JVM and gives its exit code. */
  public static int run(String... args) {
    CommandLine commandLine = new CommandLine(new Unroll());
    for (App<?> app : ServiceLoader.load(App.class)) {
      commandLine.addSubcommand(app.name(), appCommand(app));
    }
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      commandLine.addSubcommand(provider.command());
    }
    commandLine.addSubcommand(new UiCommand());
    commandLine.addSubcommand(new DoctorCommand());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(Main::explain);
    commandLine.setParameterExceptionHandler(Main::explainUsage);
    return commandLine.execute(args);
  }

  private static <C extends Record & RunConfig> CommandLine appCommand(App<C> app) {
    CommandSpec spec = CommandSpec.create().name(app.name());
    spec.usageMessage().description(app.summary());
    spec.mixinStandardHelpOptions(true);
    CommandLine command = new CommandLine(spec);
    command.addSubcommand(new TrainCommand<>(app));
    command.addSubcommand(new EvaluateCommand<>(app));
    command.addSubcommand(new PredictCommand<>(app));
    command.addSubcommand(new ReportCommand(app.name()));
    command.addSubcommand(ConfigCommand.of(app));
    return command;
  }

  private static int explain(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof UserError) {
      command.getErr().println(e.getMessage());
      return USER_ERROR;
    }
    e.printStackTrace(command.getErr());
    return BUG;
  }

  private static int explainUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      command.getErr().println("see ./" + command.getCommandSpec().qualifiedName() + " --help");
    }
    return USER_ERROR;
  }

  @Command(
      name = "unroll",
      mixinStandardHelpOptions = true,
      description = "Recurrent networks on the JVM: one YAML file, one command.")
  private static final class Unroll implements Runnable {
    @picocli.CommandLine.Spec private CommandSpec spec;

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
