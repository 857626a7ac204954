package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.engine.Threads;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.RunDirectory;

class ThreadChoiceIT {
  @TempDir private Path folder;

  private static Unroll train(Path run, String threads, String... more) {
    List<String> settings = new ArrayList<>(List.of("-s", "threads=" + threads));
    settings.addAll(List.of(more));
    return Unroll.run(TinyTraining.train(run, settings.toArray(String[]::new)));
  }

  private static Threads threads(Path run) {
    return ProvenanceFile.threads(RunDirectory.open("tiny", run.toString()));
  }

  @Test
  void autoMeasuresAndTheRunKeepsTheNumber() {
    Path run = folder.resolve("run");
    Unroll began = train(run, "auto", "--time-limit", "0s");
    assertThat(began.exitCode()).as(began.err()).isEqualTo(130);
    assertThat(began.out()).containsPattern("threads: auto measured that fastest now is \\d+ ");
    Threads chosen = threads(run);
    assertThat(chosen.parts() * chosen.each())
        .isBetween(1, Runtime.getRuntime().availableProcessors());

    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());
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
    if (chosen.each() == 1) { // which a number cannot ask for otherwise
      assertThat(losses(told)).hasSizeGreaterThan(1).isEqualTo(losses(measured));
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
