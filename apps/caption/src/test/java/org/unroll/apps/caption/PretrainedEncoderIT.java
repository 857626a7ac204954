package org.unroll.apps.caption;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;
import org.unroll.core.pretrained.KerasNets;
import org.unroll.core.run.RunDirectory;

/** The way of people who have a CNN: a file of Keras in, its features kept, captions out. */
class PretrainedEncoderIT {
  @TempDir private Path folder;

  private static Unroll done(String... arguments) {
    Unroll ended = Unroll.run(arguments);
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    return ended;
  }

  @Test
  void aFileOfKerasBecomesCaptions() throws IOException {
    Path file = Files.copy(Path.of(KerasNets.vggFile()), folder.resolve("net.h5"));
    Path captions = TinyCaptions.write(folder);
    Path run = folder.resolve("run");
    List<String> train =
        new ArrayList<>(List.of("caption", "train", "--no-ui", "--run-dir", run.toString()));
    for (String setting : TinyCaptions.pretrained(captions, file.toString())) {
      train.addAll(List.of("-s", setting));
    }
    train.addAll(List.of("-s", "threads=auto", "--test"));
    Unroll trained = done(train.toArray(String[]::new));
    Files.delete(file); // the run holds it

    JsonNode result = Json.MAPPER.readTree(run.resolve("result.json").toFile());
    assertThat(trained.out()).doesNotContain("first the encoder");
    assertThat(result.at("/metrics/test/exact-match").asDouble()).isEqualTo(1);
    train.set(4, folder.resolve("other").toString());
    Unroll another = Unroll.run(train.toArray(String[]::new));
    assertThat(another.exitCode()).isEqualTo(2);
    assertThat(another.err()).contains("encoder.graph.map.file: no file " + file);
    String picture = folder.resolve("p6.png").toString();
    assertThat(done("caption", "predict", "--run", run.toString(), picture).out().strip())
        .isEqualTo("a blue spot low on the left side");
  }

  private Unroll trainedBeside(Path cache, String name, String... more) throws IOException {
    Path captions = TinyCaptions.write(folder);
    List<String> train = new ArrayList<>(List.of("caption", "train", "--no-ui", "--run-dir", name));
    for (String setting : TinyCaptions.pretrained(captions, KerasNets.vggFile())) {
      train.addAll(List.of("-s", setting));
    }
    train.addAll(List.of("-s", "train.epochs=3"));
    train.addAll(List.of(more));
    Map<String, String> environment = Map.of("UNROLL_CACHE", cache.toString());
    try (UnrollProcess process =
        UnrollProcess.startIn(folder, environment, train.toArray(String[]::new))) {
      Unroll ended = process.end();
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      return ended;
    }
  }

  /** Every other one. */
  private static void damage(Path features) throws IOException {
    try (Stream<Path> files = Files.list(features)) {
      List<Path> all = files.sorted().toList();
      for (int i = 0; i < all.size(); i += 2) {
        byte[] bytes = Files.readAllBytes(all.get(i));
        bytes[bytes.length - 1] ^= 1;
        Files.write(all.get(i), bytes);
      }
    }
  }

  /** With every digit of a run that computes all; another seed makes no difference. */
  @Test
  void featuresAreKeptForOtherRuns() throws IOException {
    Path cache = folder.resolve("cache");
    Path features = cache.resolve("features");
    String line = "features of 8 pictures: %d taken from " + features + ", %d computed";
    Unroll cold = trainedBeside(cache, "cold");
    assertThat(cold.out() + cold.err()).contains(line.formatted(0, 8), line.formatted(8, 0));
    String[] another = {"-s", "seed=7", "-s", "train.updater={adam: 0.01}"};
    Unroll warm = trainedBeside(cache, "warm", another);
    assertThat(warm.out() + warm.err())
        .contains(line.formatted(8, 0))
        .doesNotContain(line.formatted(0, 8));
    damage(features);
    Unroll damaged = trainedBeside(cache, "damaged");
    assertThat(damaged.out() + damaged.err()).contains(line.formatted(4, 4));
    KilledTraining.assertSameNumbers(
        new RunDirectory(folder.resolve("damaged")), new RunDirectory(folder.resolve("cold")));
  }
}
