package org.unroll.core.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.unroll.core.OneLine;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.CommandProvider;
import org.unroll.core.app.RunConfig;
import org.unroll.core.layer.array.CachedShapes;
import org.unroll.core.train.ProgressDisplay;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * {@code unroll <app> <command>}. Exit codes: 0 done, 1 a bug (with its trace), 2 a user's mistake
 * or a fault of the machine such as a full disk (one message), 130 stopped before its end by Ctrl-C
 * or a time limit, and can be resumed, 141 a reader of its output has seen enough.
 */
public final class Main {
  static final int DONE = 0;
  static final int BUG = 1;
  static final int USER_ERROR = 2;

  /** Exit code of what the user stopped. */
  public static final int STOPPED = 130;

  private Main() {}

  /** Exits explicitly, since the UI server leaves threads behind that would keep the JVM alive. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // numbers and words are the same on every machine
    CachedShapes.use();
    StandardOutput output = StandardOutput.open();
    System.exit(output.end(run(args)));
  }

  /** Runs one command in this JVM and gives its exit code. */
  public static int run(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    try {
      ArgumentText.require(args);
      return commands().setOut(out).setErr(err).execute(args);
    } catch (UserError | Error e) { // picocli lets Errors through; the UI's threads would live on
      return explain(e, err);
    } finally {
      out.flush();
    }
  }

  private static CommandLine commands() {
    CommandLine commandLine = new CommandLine(new Unroll());
    for (App<?> app : ServiceLoader.load(App.class)) {
      commandLine.addSubcommand(app.name(), appCommand(app));
    }
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      commandLine.addSubcommand(provider.command(ProgressDisplay.open()));
    }
    commandLine.addSubcommand(new UiCommand());
    commandLine.addSubcommand(new RunsCommand());
    commandLine.addSubcommand(new InspectCommand());
    commandLine.addSubcommand(new DoctorCommand());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler((e, command, parsed) -> explain(e, command.getErr()));
    commandLine.setParameterExceptionHandler(Main::explainUsage);
    return commandLine;
  }

  private static <C extends Record & RunConfig> CommandLine appCommand(App<C> app) {
    CommandSpec spec = CommandSpec.create().name(app.name());
    spec.usageMessage().description(app.summary());
    spec.mixinStandardHelpOptions(true);
    CommandLine command = new CommandLine(spec);
    command.addSubcommand(InitCommand.of(app));
    command.addSubcommand(new TrainCommand<>(app));
    command.addSubcommand(new CompareCommand<>(app));
    command.addSubcommand(SearchCommand.of(app));
    command.addSubcommand(new EvaluateCommand<>(app));
    CommandLine predict = new CommandLine(new PredictCommand<>(app));
    OptionsOfApps.keep(app, predict.getCommandSpec());
    command.addSubcommand(predict);
    command.addSubcommand(new ReportCommand(app.name()));
    command.addSubcommand(ConfigCommand.of(app));
    return command;
  }

  private static int explain(Throwable thrown, PrintWriter err) {
    if (thrown instanceof StandardOutput.Lost) {
      return USER_ERROR;
    }
    Optional<UserError> fault = MachineFault.of(thrown);
    if (thrown instanceof UserError || fault.isPresent()) {
      String message = fault.map(Throwable::getMessage).orElse(thrown.getMessage());
      message.lines().map(OneLine::of).forEach(err::println); // may quote what stands in a file
      return USER_ERROR;
    }
    thrown.printStackTrace(err);
    err.flush();
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
