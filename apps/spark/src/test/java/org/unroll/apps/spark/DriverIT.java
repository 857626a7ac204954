package org.unroll.apps.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;
import org.unroll.core.run.RunDirectory;

/** The process that asks a cluster for a training needs little memory, and may be lost. */
class DriverIT {
  private static final int HEAP_MEGABYTES = 256;

  @TempDir private static Path folder;
  private static String url;

  @BeforeAll
  static void up() {
    ScratchCluster.in(folder);
    url = LoopbackCluster.ofUser().up(2, "3g").url();
  }

  @AfterAll
  static void down() {
    ScratchCluster.end();
  }

  private static UnrollProcess driver(List<String> command) {
    List<String> options = new ArrayList<>(SparkJvm.options());
    options.add("-Xmx%dm".formatted(HEAP_MEGABYTES));
    options.add("-Dspark.executor.memory=500m");
    options.add(ScratchCluster.option());
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--no-ui", "--spark", url));
    return UnrollProcess.start(options, all.toArray(String[]::new));
  }

  private static List<String> training(String app, RunDirectory run, String... settings) {
    List<String> command = new ArrayList<>(List.of(app, "train", "--run-dir"));
    command.add(run.path().toString());
    for (String setting : settings) {
      command.addAll(List.of("-s", setting));
    }
    return command;
  }

  private static RunDirectory run(String name) {
    return new RunDirectory(folder.resolve(name));
  }

  @Test
  void whatAKilledDriverLeavesGoesOn() throws IOException {
    Path texts = LabelledTexts.in(folder);
    String[] settings = {
      "data.train=" + texts,
      "data.validation=" + texts,
      "data.batch=4",
      "threads=1",
      "graph.encoder.size=8",
      "train.epochs=60",
      "train.early-stop.patience=60",
      "train.engine.average-every=2",
      "train.engine.split=batches"
    };
    RunDirectory killed = run("killed");
    try (UnrollProcess driver = driver(training("sentiment", killed, settings))) {
      assertThat(driver.await(() -> epochs(killed) >= 8)).as(driver.out()).isTrue();
      driver.kill();
    }
    assertThat(epochs(killed)).isLessThan(60);

    try (UnrollProcess driver =
        driver(List.of("sentiment", "train", "--resume", killed.path().toString()))) {
      Unroll resumed = driver.end();
      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      assertThat(resumed.out()).contains("epoch 60/60");
    }

    List<String> here = training("sentiment", run("here"), settings);
    here.add("--no-ui");
    assertThat(Unroll.run(here.toArray(String[]::new)).exitCode()).isZero();
    KilledTraining.assertSameNumbers(killed, run("here"));
  }

  private static int epochs(RunDirectory run) {
    try {
      return Files.exists(run.metrics()) ? Files.readAllLines(run.metrics()).size() : 0;
    } catch (IOException e) {
      return 0; // being written
    }
  }

  @Test
  void aTextLargerThanTheDriversMemoryIsTrainedOn() throws IOException {
    Path text = folder.resolve("large.txt");
    writeMegabytes(text, HEAP_MEGABYTES + 20);
    RunDirectory run = run("large");
    List<String> command =
        training(
            "charlm",
            run,
            "data.source=" + text,
            "data.batches-per-epoch=20",
            "graph.cells.size=8",
            "train.epochs=1");

    try (UnrollProcess driver = driver(command)) {
      Unroll trained = driver.end();

      assertThat(trained.exitCode()).as(trained.err()).isZero();
      assertThat(trained.out()).contains("epoch 1/1");
    }
    assertThat(run.model()).exists();
    Files.delete(text);
  }

  private static void writeMegabytes(Path file, int megabytes) throws IOException {
    Random random = new Random(1);
    StringBuilder lines = new StringBuilder();
    while (lines.length() < 1 << 20) {
      lines.append("line ").append(random.nextInt(1000)).append(" of a text\n");
    }
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < megabytes; i++) {
        out.append(lines);
      }
    }
  }
}
