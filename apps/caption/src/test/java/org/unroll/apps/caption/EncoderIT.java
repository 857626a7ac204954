package org.unroll.apps.caption;

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

/** A net that is trained first on the words of the captions, and the captioner that reads it. */
class EncoderIT {
  @TempDir private Path folder;
  private Path captions;

  @BeforeEach
  void write() throws IOException {
    captions = TinyCaptions.write(folder);
  }

  private Unroll train(Path run, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("caption", "train", "--no-ui", "--run-dir", run.toString()));
    for (String setting : TinyCaptions.encoded(captions)) {
      arguments.addAll(List.of("-s", setting));
    }
    arguments.addAll(List.of(more));
    return Unroll.run(arguments.toArray(String[]::new));
  }

  private static Unroll done(Unroll ended) {
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    return ended;
  }

  private static JsonNode result(Path run) throws IOException {
    return Json.MAPPER.readTree(run.resolve("result.json").toFile());
  }

  @Test
  void itsFeaturesAreEnoughToTellThePictures() throws IOException {
    Path run = folder.resolve("run");
    Unroll trained = done(train(run, "--test"));

    assertThat(trained.out()).contains("first the encoder: ", "average-precision 1.0000");
    assertThat(result(run).at("/metrics/test/exact-match").asDouble()).isEqualTo(1);
    assertThat(Files.readString(run.resolve("report.html"))).contains("data:image/png;base64,");
  }

  @Test
  void theModelHoldsItAndAnswersElsewhere() throws IOException {
    Path run = folder.resolve("run");
    done(train(run, "-s", "train.epochs=5"));
    String picture = folder.resolve("p3.png").toString();
    Unroll answer = done(Unroll.run("caption", "predict", "--run", run.toString(), picture));
    Path moved = Files.createDirectory(folder.resolve("elsewhere")).resolve("moved");
    Files.move(run, moved);
    Files.delete(captions);

    Unroll again = done(Unroll.run("caption", "predict", "--run", moved.toString(), picture));
    assertThat(again.out()).isEqualTo(answer.out()).isNotBlank();
  }

  @Test
  void stoppedInTheFirstStageItEndsWithTheSameNumbers() throws IOException {
    Path whole = folder.resolve("whole");
    Path stopped = folder.resolve("stopped");
    done(train(whole, "-s", "train.epochs=3"));
    Unroll early = train(stopped, "-s", "train.epochs=3", "--time-limit", "1s");
    assertThat(early.out()).contains("in the first stage", "--resume");
    done(Unroll.run("caption", "train", "--no-ui", "--resume", stopped.toString()));

    assertThat(result(stopped).get("metrics")).isEqualTo(result(whole).get("metrics"));
  }

  @Test
  void graphAndEncoderMustGoTogether() {
    Unroll wrong =
        train(
            folder.resolve("run"),
            "-s",
            "encoder.features=map",
            "-s",
            "encoder.graph.map.filters=0");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("encoder.graph.map.filters").doesNotContain("\tat ");
    Unroll places = train(folder.resolve("run"), "-s", "encoder.features=map");
    assertThat(places.exitCode()).isEqualTo(2);
    assertThat(places.err())
        .contains("it reads features, and what encoder.features names gives regions");
    Unroll none = train(folder.resolve("run"), "-s", "encoder.features=mpa");
    assertThat(none.err()).contains("no node 'mpa' in encoder.graph; did you mean 'map'?");
  }
}
