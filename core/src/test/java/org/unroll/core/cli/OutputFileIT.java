package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.ChildJvm;
import org.unroll.core.harness.DiskFault;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

/** What {@code predict --out} and {@code --attention} write over, and what they never do. */
class OutputFileIT {
  private static final String QUESTIONS = "0001\n1000\n";

  @TempDir private static Path trained;

  private static Path run;

  @TempDir private Path folder;

  private Path in;

  @BeforeAll
  static void trainOne() {
    run = trained.resolve("run");
    Unroll.run("tiny", "train", "--no-ui", "-s", "train.epochs=1", "--run-dir", run.toString());
  }

  @BeforeEach
  void writeQuestions() throws IOException {
    in = Files.writeString(folder.resolve("in.csv"), QUESTIONS);
  }

  @Test
  void theInputIsNeverWrittenOver() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), in);
    Path hard = Files.createLink(folder.resolve("hard.csv"), in);
    Path relative = Path.of("").toAbsolutePath().relativize(in);

    for (Path out : List.of(in, link, hard, relative)) {
      assertRefused("which this command reads", "--in", in.toString(), "--out", out.toString());
      assertRefused("which this command reads", "--in", out.toString(), "--out", in.toString());
      assertThat(in).hasContent(QUESTIONS);
    }
    assertThat(folder.toFile().list()).hasSize(3);
  }

  @Test
  void theFileBehindTheStandardInputIsNeitherWrittenOver() throws Exception {
    assumeThat(Path.of("/dev/stdin")).exists();
    List<String> command =
        List.of("tiny", "predict", "--run", run.toString(), "--out", in.toString());
    Process process =
        ChildJvm.command(List.of(), Main.class, command).redirectInput(in.toFile()).start();

    assertThat(new String(process.getErrorStream().readAllBytes()))
        .contains("which this command reads");
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(in).hasContent(QUESTIONS);
  }

  @Test
  void neitherAreTheFilesOfTheRun() throws IOException {
    Path page = Files.createSymbolicLink(folder.resolve("a.html"), run.resolve("report.html"));
    byte[] samples = Files.readAllBytes(run.resolve("samples.jsonl"));

    assertRefused("which this command reads", "--out", run.resolve("samples.jsonl") + "", "0001");
    assertRefused("which this command reads", "--attention", page.toString(), "0001");
    assertThat(run.resolve("samples.jsonl")).hasBinaryContent(samples);
    Path beside = run.resolve("predictions.csv");
    for (int time = 0; time < 2; time++) { // its name is free for the user, also when it is there
      assertThat(predict("--force", "--out", beside.toString(), "0001").exitCode()).isZero();
    }
  }

  @Test
  void thePageOfAttentionIsNoOtherFile() {
    assertRefused(".html", "--in", in.toString(), "--attention", in.toString());
    assertRefused("is a folder", "--attention", folder("d.html").toString(), "0001");
    assertThat(in).hasContent(QUESTIONS);
  }

  @Test
  void foldersAndDevicesAreRefused() throws IOException {
    Path device = Files.createSymbolicLink(folder.resolve("null.csv"), Path.of("/dev/null"));

    assertRefused("is a folder", "--out", folder("d.csv").toString(), "0001");
    assertRefused("is a pipe or a device", "--out", device.toString(), "0001");
    assertThat(device).isSymbolicLink();
  }

  @Test
  void nothingBesideTheOutputIsTouched() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "old");
    Path mine = Files.writeString(folder.resolve("out.csv.tmp"), "mine");
    assertRefused("is there already", "--in", in.toString(), "--out", out.toString());
    assertThat(out).hasContent("old");
    Unroll said = predict("--in", in.toString(), "--out", out.toString(), "--force");

    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(out).content().startsWith("steps,label,");
    assertThat(mine).hasContent("mine");
    assertThat(folder.toFile().list()).hasSize(3);
  }

  @Test
  void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "old");
    String full = DiskFault.fullInside("out.csv", 1, 20).option();
    try (UnrollProcess process =
        UnrollProcess.start(
            List.of(full), command("--force", "--in", in.toString(), "--out", out.toString()))) {
      Unroll said = process.end();

      assertThat(said.exitCode()).isEqualTo(2);
      assertThat(said.err())
          .isEqualTo("cannot write " + out + ": the disk is full; free some space\n");
    }
    assertThat(out).hasContent("old");
    assertThat(folder.toFile().list()).hasSize(2);
  }

  private Path folder(String name) {
    File made = folder.resolve(name).toFile();
    assertThat(made.mkdir()).isTrue();
    return made.toPath();
  }

  private static void assertRefused(String message, String... arguments) {
    Unroll refused = predict(arguments);
    assertThat(refused.exitCode()).as(refused.out()).isEqualTo(2);
    assertThat(refused.err()).contains(message).hasLineCount(1);
  }

  private static Unroll predict(String... arguments) {
    return Unroll.run(command(arguments));
  }

  private static String[] command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("tiny", "predict", "--run", run.toString()));
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }
}
