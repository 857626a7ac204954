package org.unroll.core.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.harness.ChildJvm;
import org.unroll.core.harness.Unroll;

/** What becomes of the output when nothing takes it, and in which character set it is written. */
class StandardOutputIT {
  private static final File FULL = new File("/dev/full");

  @TempDir private static Path folder;

  private static Path run;

  @BeforeAll
  static void trainOne() {
    run = folder.resolve("runs/tiny/run");
    Unroll trained =
        Unroll.run("tiny", "train", "--no-ui", "-s", "train.epochs=1", "--run-dir", run.toString());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "tiny predict --help",
        "tiny config check",
        "tiny config show",
        "tiny config schema",
        "tiny report --run RUN",
        "tiny evaluate --run RUN",
        "tiny evaluate --run RUN --json",
        "tiny predict --run RUN 0001",
        "ui --port 0"
      })
  void anOutputThatCannotBeWrittenIsAMessage(String command) throws Exception {
    assumeThat(FULL).exists();
    Unroll said = end(start(command.replace("RUN", run.toString())).redirectOutput(FULL).start());

    assertThat(said.exitCode()).as(said.err()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo(
            "cannot write the output: No space left on device; what is there is cut short\n");
  }

  @Test
  void aTrainingIsNotLostToItsOutput() throws Exception {
    assumeThat(FULL).exists();
    Path other = folder.resolve("other");
    String command = "tiny train --no-ui -s train.epochs=2 --run-dir " + other;
    Unroll said = end(start(command).redirectOutput(FULL).start());

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).startsWith("cannot write the output").hasLineCount(1);
    assertThat(other.resolve("result.json")).exists();
  }

  @Test
  void aReaderThatHasSeenEnoughEndsItQuietly() throws Exception {
    Path many = Files.writeString(folder.resolve("many.txt"), "0001\n".repeat(200_000));
    Path said = folder.resolve("said.txt");
    Process process =
        start("tiny predict --run " + run + " --in " + many).redirectError(said.toFile()).start();
    try (BufferedReader answers = process.inputReader(UTF_8)) {
      assertThat(answers.readLine()).matches("(zero|one) .*");
    }

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends at once").isTrue();
    assertThat(process.exitValue()).isEqualTo(141);
    assertThat(said).isEmptyFile();
  }

  @Test
  void whatIsPrintedIsUtf8UnderAnyLocale() throws Exception {
    Process process =
        start(List.of("-Dfile.encoding=US-ASCII"), "tiny evaluate --run " + run).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    Process mistaken =
        start(List.of("-Dfile.encoding=US-ASCII"), "tiny evaluate --run été").start();
    String err = new String(mistaken.getErrorStream().readAllBytes(), UTF_8);

    assertThat(out).contains("─");
    assertThat(err).contains("no run at été");
  }

  private static ProcessBuilder start(String command) {
    return start(List.of(), command);
  }

  private static ProcessBuilder start(List<String> options, String command) {
    ProcessBuilder builder = ChildJvm.command(options, Main.class, List.of(command.split(" ")));
    return builder.directory(folder.toFile());
  }

  private static Unroll end(Process process) throws IOException, InterruptedException {
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
      return new Unroll(
          process.exitValue(), "", new String(process.getErrorStream().readAllBytes(), UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }
}
