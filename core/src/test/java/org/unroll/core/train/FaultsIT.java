package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.app.Json;
import org.unroll.core.harness.DiskFault;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;
import org.unroll.core.run.ModelBundle;

/** What the machine does to a training: one message, the right exit code, nothing half-written. */
class FaultsIT {
  @TempDir private Path folder;

  @Test
  void aFullDiskKeepsTheLastCheckpointAndTheRunGoesOnLater() throws IOException {
    Path run = folder.resolve("run");
    String full = DiskFault.fullInside("last.zip", 3, 500).option();
    Unroll stopped = inProcess(List.of(full), train(run));

    assertFault(stopped, "checkpoints/last.zip", "the disk is full", "tiny train --resume " + run);
    assertThat(TrainingState.read(checkpoint(run)).epoch()).isEqualTo(2);
    assertNothingHalfWritten(run);

    Unroll.run(train(folder.resolve("whole")));
    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());
    assertThat(resumed.exitCode()).isZero();
    assertThat(metrics(run)).isEqualTo(metrics(folder.resolve("whole")));
  }

  /** The whole run on a disk that fills up, charts and log included. */
  @Test
  void aSmallDiskThatFillsUpKeepsTheLastCheckpoint() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(shell("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk.toString()))
        .as("tmpfs can be mounted")
        .isZero();
    try {
      Path run = disk.resolve("run");
      Unroll stopped =
          inProcess( // MapDB does not let go of a file it could not write
              List.of(),
              "tiny",
              "train",
              "-s",
              "ui={port: 0, every: 1}",
              "-s",
              "train.epochs=200",
              "--run-dir",
              run.toString());

      assertFault(stopped, "the disk is full", "--resume");
      assertThat(TrainingState.read(checkpoint(run)).epoch()).isPositive();
      assertNothingHalfWritten(run);
      shell("mount", "-o", "remount,size=50m", disk.toString());
      Unroll resumed =
          inProcess(List.of(), "tiny", "train", "--time-limit", "0s", "--resume", run.toString());
      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    } finally {
      shell("umount", disk.toString());
    }
  }

  @Test
  void aRunDirectoryThatCannotBeMadeIsAMessage() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertFault(Unroll.run(train(file.resolve("run"))), "cannot write " + file.resolve("run"));
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void aReadOnlyDiskIsAMessage() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(shell("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", disk.toString()))
        .as("tmpfs can be mounted")
        .isZero();
    try {
      assertFault(Unroll.run(train(disk.resolve("run"))), "Read-only file system");
    } finally {
      shell("umount", disk.toString());
    }
  }

  @Test
  void twoProcessesDoNotTrainInOneDirectory() {
    Path run = folder.resolve("run");
    try (UnrollProcess first = UnrollProcess.start(train(run, "-s", "train.epochs=5000"))) {
      first.await(() -> Files.exists(checkpoint(run)));
      Unroll second = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());
      assertFault(second, "another process (pid " + first.pid() + ") is training in " + run);
      first.kill();
    }
    Unroll free =
        Unroll.run("tiny", "train", "--no-ui", "--time-limit", "0s", "--resume", run.toString());
    assertThat(free.exitCode()).as(free.err()).isZero();
  }

  @Test
  void outOfHeapNamesTheSettings() {
    Unroll ended = Unroll.run(train(folder.resolve("run"), "-s", "ballast=300000000"));

    assertFault(ended, "out of memory", "data.batch", "data.max-length", "-Xmx", ".mvn/java.args");
  }

  @Test
  void outOfNativeMemoryNamesTheSettings() {
    String limit = "-Dorg.bytedeco.javacpp.maxphysicalbytes=1g";
    Unroll ended =
        inProcess(List.of(limit), train(folder.resolve("run"), "-s", "examples=20000000"));

    assertFault(ended, "out of memory", "data.batch", "maxphysicalbytes", ".mvn/java.args");
  }

  @Test
  void aLossThatIsNoNumberKeepsTheLastGoodCheckpoint() throws IOException {
    Path run = folder.resolve("run");
    Unroll ended = Unroll.run(train(run, "-s", "poison=2"));

    assertFault(ended, "epoch 3, batch 1", "input 'steps'", "the last checkpoint is intact");
    assertThat(TrainingState.read(checkpoint(run)).epoch()).isEqualTo(2);
    for (Path file : List.of(checkpoint(run), run.resolve("model.zip"))) {
      ComputationGraph graph = ModelBundle.readGraph(file);
      assertThat(graph.params().sumNumber().doubleValue()).isFinite();
      graph.close();
    }
    assertNothingHalfWritten(run);
  }

  private static String[] train(Path run, String... more) {
    List<String> command = new ArrayList<>(List.of("tiny", "train", "--no-ui"));
    command.addAll(List.of("--run-dir", run.toString()));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  private static Unroll inProcess(List<String> options, String... arguments) {
    try (UnrollProcess process = UnrollProcess.start(options, arguments)) {
      return process.end();
    }
  }

  private static void assertFault(Unroll ended, String... parts) {
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains(parts).hasLineCount(1);
  }

  private static Path checkpoint(Path run) {
    return run.resolve("checkpoints/last.zip");
  }

  private static void assertNothingHalfWritten(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
    for (String file : List.of("metrics.jsonl", "samples.jsonl")) {
      for (String line : Files.readAllLines(run.resolve(file))) {
        assertThat(Json.MAPPER.readTree(line).isObject()).as(line).isTrue();
      }
    }
  }

  private static JsonNode metrics(Path run) throws IOException {
    return Json.MAPPER.readTree(run.resolve("result.json").toFile()).get("metrics");
  }

  private static int shell(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
