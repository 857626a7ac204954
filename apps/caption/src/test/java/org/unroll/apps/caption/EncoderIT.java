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
import org.unroll.core.harness.DiskFault;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

/** A net that is trained first on the words of the captions, and the captioner that reads it. */
class EncoderIT {
  @TempDir private Path folder;
  private Path captions;

  @BeforeEach
  void write() throws IOException {
    captions = TinyCaptions.write(folder);
  }

  private String[] command(Path run, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("caption", "train", "--no-ui", "--run-dir", run.toString()));
    for (String setting : TinyCaptions.encoded(captions)) {
      arguments.addAll(List.of("-s", setting));
    }
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private Unroll train(Path run, String... more) {
    return Unroll.run(command(run, more));
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
  void aKillWhileItIsWrittenChangesNoNumber() throws IOException {
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    done(train(whole, "-s", "train.epochs=3"));
    DiskFault fault = DiskFault.killInside("first.zip", 1, 500);
    String[] train = command(killed, "-s", "train.epochs=3");
    try (UnrollProcess process = UnrollProcess.start(List.of(fault.option()), train)) {
      assertThat(process.end().exitCode()).isEqualTo(137);
    }
    assertThat(killed.resolve("checkpoints/first.zip")).doesNotExist();
    done(Unroll.run("caption", "train", "--no-ui", "--resume", killed.toString()));

    assertThat(result(killed).get("metrics")).isEqualTo(result(whole).get("metrics"));
  }

  @Test
  void aRunThatGoesOnKeepsIt() throws IOException {
    Path whole = folder.resolve("whole");
    Path part = folder.resolve("part");
    Path longer = folder.resolve("longer");
    done(train(whole, "-s", "train.schedule=null", "-s", "train.epochs=4"));
    done(train(part, "-s", "train.schedule=null", "-s", "train.epochs=3"));
    List<String> more = new ArrayList<>(List.of("caption", "train", "--no-ui"));
    more.addAll(List.of("--continue", part.toString(), "-s", "train.epochs=+1"));
    more.addAll(List.of("--run-dir", longer.toString()));
    Unroll trained = done(Unroll.run(more.toArray(String[]::new)));

    assertThat(trained.out()).doesNotContain("first the encoder: ");
    assertThat(result(longer).get("metrics")).isEqualTo(result(whole).get("metrics"));
  }

  @Test
  void timeThatEndsInTheFirstStageIsSaid() {
    Path run = folder.resolve("run");
    Unroll early =
        train(
            run,
            "-s",
            "encoder.train.epochs=100000",
            "-s",
            "encoder.train.early-stop.patience=100000",
            "--time-limit",
            "1s");
    assertThat(early.exitCode()).isEqualTo(130);
    assertThat(early.out()).contains("in the first stage", "--resume " + run);
  }
}
