package org.unroll.apps.caption;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;
import org.unroll.core.pretrained.KerasNets;

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
}
