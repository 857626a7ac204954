package org.unroll.core.harness;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.cli.Commands;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Reads the examples in the help of all commands on the class path as a shell does, and what the
 * program is then given as the program does, without doing it.
 */
public final class HelpExamples {
  private static final String HEADING = "EXAMPLES\n";

  /** The app that the examples of the program itself name. */
  private static final String FIRST_APP = "sentiment";

  /** Writes down what it is given: a colon and an argument a line, then an empty line. */
  private static final String PROGRAM = "#!/bin/sh\n{ printf ':%s\\n' \"$@\"; echo; } >> given\n";

  private final Path folder;
  private final CommandLine root = Commands.all();
  private final List<String> mistakes = new ArrayList<>();

  /**
   * @param folder empty
   */
  public HelpExamples(Path folder) {
    this.folder = folder;
  }

  /** Commands without examples, and examples that would not be understood. */
  public List<String> mistakes() throws IOException, InterruptedException {
    Path program = Files.writeString(folder.resolve("unroll"), PROGRAM);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (root.getSubcommands().containsKey(FIRST_APP)) {
      check(root);
    }
    root.getSubcommands().values().forEach(this::checkAll);
    return mistakes;
  }

  private void checkAll(CommandLine command) {
    try {
      check(command);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    command.getSubcommands().values().forEach(this::checkAll);
  }

  private void check(CommandLine command) throws IOException, InterruptedException {
    StringWriter help = new StringWriter();
    command.usage(new PrintWriter(help));
    String name = command.getCommandSpec().qualifiedName();
    int begin = help.toString().indexOf(HEADING);
    List<String[]> calls =
        begin < 0 ? List.of() : calls(help.toString().substring(begin + HEADING.length()));
    if (calls.isEmpty()) {
      mistakes.add(name + ": no example calls it");
    }
    for (String[] arguments : calls) {
      if (!("./unroll " + String.join(" ", arguments)).startsWith("./" + name)) {
        mistakes.add(name + ": an example of another command: " + String.join(" ", arguments));
      }
      try {
        root.parseArgs(arguments);
      } catch (ParameterException e) {
        mistakes.add(name + ": " + String.join(" ", arguments) + ": " + e.getMessage());
      }
    }
  }

  /** What bash calls the program with; to it, what tells of an example is a comment. */
  private List<String[]> calls(String examples) throws IOException, InterruptedException {
    Path given = folder.resolve("given");
    Files.deleteIfExists(given);
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", examples).directory(folder.toFile());
    bash.environment().put("HOME", folder.toString());
    bash.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    bash.start().waitFor();
    List<String[]> calls = new ArrayList<>();
    if (Files.exists(given)) {
      for (String call : Files.readString(given).split("\n\n")) {
        calls.add(call.lines().map(argument -> argument.substring(1)).toArray(String[]::new));
      }
    }
    return calls;
  }
}
