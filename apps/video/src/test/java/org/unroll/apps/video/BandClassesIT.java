package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** {@code data.classes}: in which band a number lies is learnt and scored, not the number. */
class BandClassesIT {
  private static final int FRAMES = 9;

  @TempDir private Path folder;

  private Path run;

  /** Level until a pulse sends it up or down, which a net must remember. */
  @BeforeEach
  void train() throws IOException {
    Path train = recordings("train", 6);
    Path test = recordings("test", 4);
    run = folder.resolve("run");
    List<String> settings = new ArrayList<>(TinyRecordings.of(train, test, test));
    settings.add("data.columns={targets: [height]}");
    settings.add("data.classes={thresholds: [-0.5, 0.5], names: [low, level, high]}");
    settings.add(
        "graph={memory: {layer: gru, size: 12, input: features},"
            + " output: {layer: softmax, input: memory}}");
    done(TinyRecordings.train(run, settings, "--test"));
  }

  private Path recordings(String name, int count) throws IOException {
    StringBuilder rows = new StringBuilder("video,frame,rises,falls,height\n");
    for (int recording = 0; recording < count; recording++) {
      int pulse = 2 + recording / 2;
      boolean rises = recording % 2 == 0;
      for (int frame = 0; frame < FRAMES; frame++) {
        int now = frame == pulse ? 1 : 0;
        String height = frame < pulse ? frame == 0 ? "" : "0.1" : rises ? "0.5" : "-0.7";
        rows.append(
            "%s%d,%d,%d,%d,%s%n"
                .formatted(name, recording, frame, rises ? now : 0, rises ? 0 : now, height));
      }
    }
    return Files.writeString(folder.resolve(name + ".csv"), rows);
  }

  @Test
  void bandsAreClassesFromTheTableToTheAnswer() throws IOException {
    JsonNode scores = json(Files.readString(run.resolve("result.json"))).at("/metrics/test");
    Path test = folder.resolve("test.csv");
    Unroll data = done("video", "evaluate", "--json", "--run", "" + run, "--data", "" + test);
    Unroll said = done("video", "predict", "--run", "" + run, "--in", "" + test);
    Path table = folder.resolve("said.csv");
    done("video", "predict", "--run", "" + run, "--in", "" + test, "--out", "" + table);

    assertThat(scores.at("/accuracy").asDouble()).isEqualTo(1);
    assertThat(scores.at("/macro-f1").asDouble()).as("all three are there").isEqualTo(1);
    assertThat(scores.has("mae")).as("scores of numbers").isFalse();
    assertThat(json(data.out()).at("/accuracy").asDouble()).isEqualTo(1);
    assertThat(said.out().lines().map(line -> line.replaceAll(".* ", "")))
        .containsExactly("level", "high", "level", "low", "level", "high", "level", "low");
    assertThat(Files.readAllLines(table)).hasSize(1 + 4 * FRAMES);
    assertThat(Files.readString(run.resolve("tables.json"))).contains("low", "level", "high");
  }

  private static Unroll done(String... arguments) {
    Unroll ended = Unroll.run(arguments);
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    return ended;
  }

  private static JsonNode json(String text) throws IOException {
    return Json.MAPPER.readTree(text);
  }
}
