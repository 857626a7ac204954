package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.unroll.core.train.TinyTraining.assertFault;
import static org.unroll.core.train.TinyTraining.assertNothingHalfWritten;
import static org.unroll.core.train.TinyTraining.checkpoint;
import static org.unroll.core.train.TinyTraining.inProcess;
import static org.unroll.core.train.TinyTraining.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.DiskFault;
import org.unroll.core.harness.Unroll;

/** Disks that are full or cannot be written: one message, nothing half-written. */
class DiskFaultsIT {
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
  void damagedChartsArePutAside() throws IOException {
    Path run = folder.resolve("run");
    Unroll.run(train(run, "--time-limit", "0s"));
    Files.writeString(run.resolve("stats.dl4j"), "this is no database");
    Unroll resumed =
        inProcess(List.of(), "tiny", "train", "--time-limit", "0s", "--resume", run.toString());

    assertThat(resumed.out()).contains("put aside: " + run.resolve("stats.dl4j.damaged"));
    assertThat(resumed.exitCode()).as(resumed.err()).isIn(0, 130); // as far as it got
    assertThat(run.resolve("stats.dl4j.damaged")).hasContent("this is no database");
    assertThat(run.resolve("stats.dl4j")).exists();
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
