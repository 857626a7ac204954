package org.unroll.core.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.OneLine;
import org.unroll.core.UserError;
import org.unroll.core.layer.array.CachedShapes;
import picocli.CommandLine;
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
    CommandLine commandLine = Commands.all();
    commandLine.setExecutionExceptionHandler((e, command, parsed) -> explain(e, command.getErr()));
    commandLine.setParameterExceptionHandler(Main::explainUsage);
    return commandLine;
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
}
