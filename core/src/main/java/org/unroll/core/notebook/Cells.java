package org.unroll.core.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.unroll.core.OneLine;
import org.unroll.core.UserError;
import org.unroll.core.cli.Main;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.train.StepLines;

/**
 * What cells ask the program for: commands, files, runs. Runs and files lie in a folder of this
 * JVM's.
 */
public final class Cells {
  /** If {@code true}, trainings end after an epoch: for tests of notebooks. */
  public static final String SMALL = "unroll.notebook.small";

  private static final List<String> TRAINING = List.of("train", "compare");

  private Cells() {}

  /**
   * Runs a command as the terminal does, and prints what it prints.
   *
   * @param command what stands after {@code ./unroll}, parted by blanks
   * @param inputs further arguments, which may hold blanks
   * @throws UserError with what the command says if it fails
   */
  public static void unroll(String command, String... inputs) {
    System.out.print(output(command, inputs));
  }

  /** The same, its output as text, without lines of progress inside an epoch. */
  public static String output(String command, String... inputs) {
    Scratch.folder();
    List<String> arguments = new ArrayList<>(Arrays.asList(command.strip().split("\\s+")));
    if (Boolean.getBoolean(SMALL) && TRAINING.stream().anyMatch(arguments::contains)) {
      arguments.addAll(List.of("-s", "train.epochs=1"));
    }
    arguments.addAll(Arrays.asList(inputs));
    Ended ended = run(arguments);
    if (ended.code() == Main.STOPPED) {
      throw new StoppedCell(Scratch.shortened(command));
    }
    if (ended.code() != 0) {
      String why = Scratch.shortened(ended.err().strip());
      throw new UserError("./unroll " + Scratch.shortened(command) + " failed: " + why);
    }
    return withoutProgress(OneLine.lines(ended.out()));
  }

  private record Ended(int code, String out, String err) {}

  private static Ended run(List<String> arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, UTF_8));
    System.setErr(new PrintStream(complained, true, UTF_8));
    try {
      int code = Main.run(arguments.toArray(String[]::new));
      return new Ended(code, said.toString(UTF_8), complained.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String withoutProgress(String said) {
    StringBuilder kept = new StringBuilder();
    said.lines()
        .filter(line -> !StepLines.wrote(line))
        .forEach(line -> kept.append(line).append('\n'));
    return kept.toString();
  }

  /**
   * Writes a file, such as a config for {@code -c} or a table for {@code --in}, over an older one.
   *
   * @param name such as {@code first.yaml}
   * @return where it is
   */
  public static Path file(String name, String text) {
    try {
      return Files.writeString(Scratch.folder().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of a file that is no text, given in Base64, such as a picture. */
  public static Path binary(String name, String base64) {
    try {
      return Files.write(Scratch.folder().resolve(name), Base64.getDecoder().decode(base64));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The latest run of an app that finished. */
  public static TrainedRun run(String app) {
    Scratch.folder();
    return new TrainedRun(RunDirectory.open(app, "latest"));
  }
}
