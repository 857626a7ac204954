package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.Json;
import org.unroll.core.engine.Threads;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;
import org.unroll.core.run.RunDirectory;

class ThreadChoiceIT {
  @TempDir private Path folder;

  private static Unroll train(Path run, String threads, String... more) {
    List<String> settings = new ArrayList<>(List.of("-s", "threads=" + threads));
    settings.addAll(List.of(more));
    return Unroll.run(TinyTraining.train(run, settings.toArray(String[]::new)));
  }

  private static Threads threads(Path run) {
    return RunThreads.of(RunDirectory.open("tiny", run.toString()));
  }

  @Test
  void autoMeasuresAndTheRunKeepsTheNumber() {
    Path run = folder.resolve("run");
    Unroll began = train(run, "auto");
    assertThat(began.exitCode()).as(began.err()).isZero();
    Threads chosen = threads(run);
    String told = "threads: auto measured that fastest now is " + chosen.told();
    assertThat(began.out()).contains(told);
    assertThat(run.resolve("log.txt")).content().contains(told);
    assertThat(chosen.parts()).isBetween(1, Runtime.getRuntime().availableProcessors());

    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--test", "--resume", run.toString());
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).doesNotContain("measured");
    assertThat(threads(run)).isEqualTo(chosen);
  }

  @Test
  void measuringChangesNoNumberOfTheTraining() throws IOException {
    Path measured = folder.resolve("measured");
    Path told = folder.resolve("told");
    assertThat(train(measured, "auto").exitCode()).isZero();
    Threads chosen = threads(measured);
    assertThat(train(told, String.valueOf(chosen.parts())).exitCode()).isZero();
    assertThat(losses(told)).hasSizeGreaterThan(1).isEqualTo(losses(measured));
  }

  @Test
  void aTimeLimitEndsTheMeasuringToo() {
    Path run = folder.resolve("run");
    Unroll stopped = train(run, "auto", "--time-limit", "0s");

    assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(130);
    assertThat(stopped.out())
        .contains("threads: auto had no time to measure, so 1 part")
        .contains("stopped by --time-limit in epoch 1; go on with");
    assertThat(threads(run)).isEqualTo(Threads.ONE);
  }

  @Test
  void seedsAndFoldsAreMeasuredOnce() {
    Path run = folder.resolve("run");
    Unroll trained =
        train(run, "auto", "--seeds", "1,2", "-s", "fold-count=2", "-s", "train.epochs=1");

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).containsOnlyOnce("measured that fastest now is");
    Path last = run.resolve("seed-2/fold-2");
    assertThat(threads(last)).isEqualTo(threads(run.resolve("seed-1/fold-1")));
    assertThat(last.resolve("log.txt")).content().contains("auto takes what it measured before: ");
  }

  /** The first line is logged while data are read, the second before it is measured. */
  @ParameterizedTest
  @ValueSource(strings = {"backend", "ComputationGraph"})
  void controlCBeforeTheTrainingIsOneLineAndItGoesOn(String logged) {
    Path run = folder.resolve("run");
    String[] train = TinyTraining.train(run, "-s", "threads=auto", "-s", "train.epochs=1");
    try (UnrollProcess process = UnrollProcess.start(train)) {
      assertThat(process.await(() -> log(run).contains(logged))).isTrue();
      process.interrupt();
      Unroll ended = process.end();

      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(130);
      assertThat(ended.out())
          .isEqualTo(
              "stopped while the training was made ready; go on with ./unroll tiny train --resume %s\n"
                  .formatted(run));
    }
    assertThat(run.resolve("provenance.json")).doesNotExist();
    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
  }

  private static String log(Path run) {
    try {
      Path log = run.resolve("log.txt");
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Double> losses(Path run) throws IOException {
    List<Double> losses = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      losses.add(Json.MAPPER.readTree(line).at("/train/loss").asDouble());
    }
    return losses;
  }
}
