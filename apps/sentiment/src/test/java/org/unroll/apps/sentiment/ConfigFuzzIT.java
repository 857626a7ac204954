package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/**
 * A thousand damaged configs through {@code config check}: fine, or a message; no trace, no hang.
 */
class ConfigFuzzIT {
  private static final int CASES = 1_000;

  private static final List<String> PIECES =
      List.of(
          "\t",
          "\n",
          "  ",
          ": ",
          "{",
          "}",
          "[",
          "]",
          "&a ",
          "*a",
          "!",
          "!!str ",
          "|",
          ">",
          "'",
          "\"",
          "%",
          "@",
          "`",
          "#",
          ", ",
          "<<: ",
          "~",
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "NaN",
          "1e-400",
          "99999999999999999999",
          "0x10",
          "012",
          "2024-01-01",
          "---\n",
          "...\n",
          "? ",
          "\u0000",
          "\u0085",
          "\uFEFF",
          "😀",
          "lstm",
          "embed",
          "input",
          "layer",
          "size: 8",
          "output",
          "graph: ",
          "train: ",
          "data: ",
          "format: 2\n",
          "app: video\n",
          "\\",
          "%YAML 9.9\n");

  @TempDir private Path folder;

  @Test
  void damagedConfigsAreFineOrAMessage() throws IOException, InterruptedException {
    List<Path> configs =
        List.of(
            Path.of("../../configs/sentiment.yaml"),
            Path.of("../../configs/sentiment-sst2.yaml"),
            Path.of("../../configs/sentiment-imdb.yaml"));
    Mutation mutation = new Mutation(11, PIECES);
    int refused = 0;
    try (TimeLimit limit = new TimeLimit(Duration.ofSeconds(60))) {
      for (int i = 0; i < CASES; i++) {
        byte[] mutant = mutation.of(Files.readAllBytes(configs.get(i % configs.size())));
        Path file = Files.write(folder.resolve("mutant.yaml"), mutant);
        String name = "case " + i + ":\n" + new String(mutant, StandardCharsets.UTF_8);
        Unroll checked =
            limit.run(
                name, () -> Unroll.run("sentiment", "config", "check", "-c", file.toString()));
        assertThat(checked.exitCode()).as(name + "\n" + checked.err()).isIn(0, 2);
        assertThat(checked.err()).as(name).doesNotContain("\tat ", "Exception");
        if (checked.exitCode() == 2) {
          refused++;
          assertThat(checked.err()).as(name).contains("mutant.yaml");
        }
      }
    }
    assertThat(refused).isBetween(CASES / 3, CASES - CASES / 20);
  }
}
