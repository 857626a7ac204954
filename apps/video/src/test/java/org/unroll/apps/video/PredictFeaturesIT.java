package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** What is written of numbers that a net predicts from features. */
class PredictFeaturesIT {
  @TempDir private static Path folder;
  private static Path run;
  private static Path table;

  @BeforeAll
  static void train() throws IOException {
    run = folder.resolve("run");
    for (String part : List.of("train", "validation")) {
      Path place = Files.createDirectories(folder.resolve(part));
      for (int i = 0; i < 2; i++) {
        Files.writeString(place.resolve("walk" + i + ".csv"), rows("x,y,angle", 30 + i));
      }
    }
    table = Files.writeString(folder.resolve("walk.csv"), rows("y,x", 25));
    Path config =
        Files.writeString(
            folder.resolve("walk.yaml"),
            """
            data: {train: %s/train/, validation: %s/validation/, batch: 2, columns: {targets: [angle]}}
            graph:
              memory: {layer: lstm, size: 4, input: features}
              output: {layer: regression, input: memory}
            baselines: {frame-wise: false}
            train: {epochs: 1, updater: {adam: 0.01}, early-stop: {metric: mse, patience: 2}}
            threads: 1
            """
                .formatted(folder, folder));
    Unroll trained =
        Unroll.run("video", "train", "-c", config.toString(), "--run-dir", run + "", "--no-ui");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  /** In any of these columns, numbers from 0 to 1. */
  private static String rows(String header, int frames) {
    StringBuilder rows = new StringBuilder(header).append('\n');
    int columns = header.split(",").length;
    for (int frame = 0; frame < frames; frame++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        cells.add(Double.toString((frame * (column + 3) % 10) / 10.0));
      }
      rows.append(String.join(",", cells)).append('\n');
    }
    return rows.toString();
  }

  private static Unroll predict(Object... more) {
    List<String> command = new ArrayList<>(List.of("video", "predict", "--run", run.toString()));
    Arrays.stream(more).map(Object::toString).forEach(command::add);
    return Unroll.run(command.toArray(String[]::new));
  }

  private static void refuses(String message, Object... arguments) {
    Unroll answer = predict(arguments);
    assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(2);
    assertThat(answer.err()).contains(message);
  }

  @Test
  void aTableHasARowAFrame() throws IOException {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    assertThat(predict("--in", table, "--out", one).exitCode()).isZero();
    assertThat(predict(table, "--out", two).exitCode()).isZero();

    assertThat(Files.readAllLines(one)).hasSize(1 + 25).startsWith("video,frame,seconds,angle");
    assertThat(two).hasSameTextualContentAs(one);
  }

  @Test
  void numbersHaveNoSegmentsAndFeaturesNoPictures() {
    refuses("numbers, which make no segments", table, "--segments", folder.resolve("x.csv"));
    refuses("numbers, which make no segments", table, "--out", folder.resolve("x.srt"));
    refuses("no pictures to draw on", table, "--render", folder.resolve("x.mp4"));
    assertThat(folder.resolve("x.csv")).doesNotExist();
  }

  @Test
  void aMissingFeatureIsNamed() throws IOException {
    Path lacking = Files.writeString(folder.resolve("lacking.csv"), rows("x,z", 5));
    refuses("no feature 'y', which the net reads; it has x, z", "--in", lacking);
    refuses("lacking: no feature", lacking);
  }
}
