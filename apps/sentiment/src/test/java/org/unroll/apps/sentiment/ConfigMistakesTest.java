package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unroll.core.harness.Unroll;

/** The mistakes users make in a config, as they meet them on the command line. */
class ConfigMistakesTest {
  private static final String GRAPH =
      """
      graph:
        embed: {layer: embedding, size: 8, input: tokens}
      """;
  private static final String OUTPUT = "  output: {layer: softmax, input: summary}\n";

  @TempDir private Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("train: {epoch: 3}", List.of(":1:9:", "epoch", "did you mean 'epochs'")),
        Arguments.of("train: {epochs: many}", List.of(":1:17:", "train.epochs", "'many'")),
        Arguments.of("train: {epochs: 0}", List.of(":1:17:", "train.epochs", "1")),
        Arguments.of("train: {early-stop: null}", List.of("train", "early-stop")),
        Arguments.of("threads: many", List.of("threads", "a whole number", "or auto", "many")),
        Arguments.of("threads: 0", List.of("threads", "or auto")),
        Arguments.of(
            "train: {early-stop: {metric: acuracy}}", List.of(":1:30:", "acuracy", "accuracy")),
        Arguments.of(
            GRAPH + "  encoder: {layer: ltsm, size: 8, input: embed}\n" + OUTPUT,
            List.of(":3:20:", "ltsm", "did you mean 'lstm'")),
        Arguments.of(
            GRAPH
                + "  encoder: {layer: lstm, size: 8, input: embed}\n"
                + "  summary: {vertex: final-state, input: encodr}\n"
                + OUTPUT,
            List.of(":4:41:", "encodr", "did you mean 'encoder'")),
        Arguments.of(
            GRAPH
                + "  a: {vertex: add, input: [embed, b]}\n"
                + "  b: {layer: dense, size: 8, input: a}\n"
                + "  summary: {vertex: pool-time, input: a}\n"
                + OUTPUT,
            List.of("graph.b.input", "loop: a -> b -> a")),
        Arguments.of("seed: 1\nseed: 2\n", List.of(":2:1:", "duplicate key 'seed'", ":1:1")),
        Arguments.of(
            GRAPH
                + "  idle: {layer: lstm, size: 8, input: embed}\n"
                + "  summary: {vertex: pool-time, input: embed}\n"
                + OUTPUT,
            List.of(":3:9:", "idle")),
        Arguments.of(
            GRAPH
                + "  wide: {layer: dense, size: 9, input: embed}\n"
                + "  sum: {vertex: add, input: [embed, wide]}\n"
                + "  summary: {vertex: pool-time, input: sum}\n"
                + OUTPUT,
            List.of(":4:", "8", "9")),
        Arguments.of(
            GRAPH
                + "  encoder: {layer: lstm, size: 8, bidirectional: true, input: embed}\n"
                + "  summary: {vertex: last-step, input: encoder}\n"
                + OUTPUT,
            List.of(":4:", "final-state")),
        Arguments.of(
            "train: {tbptt: 5}\n"
                + GRAPH
                + "  summary: {vertex: pool-time, input: embed}\n"
                + OUTPUT,
            List.of(":1:16:", "train.tbptt", "node 'summary' needs the whole sequence")),
        Arguments.of(
            "train: {tbptt: 5}\n"
                + GRAPH
                + "  summary: {vertex: last-step, input: embed}\n"
                + OUTPUT,
            List.of(":1:16:", "train.tbptt", "node 'summary' needs the whole sequence")),
        Arguments.of("", List.of("empty")),
        Arguments.of("train: {epochs: 3\nseed: 4\n", List.of(".yaml:")),
        Arguments.of("train:\n\tepochs: 3\n", List.of(":2:1:", "tab")),
        Arguments.of("data: {source: sst2, train: a.csv, validation: b.csv}", List.of("source")),
        Arguments.of("a: &a [*a]\n", List.of(".yaml:")),
        Arguments.of(bomb(), List.of(".yaml:")),
        Arguments.of("# " + "x".repeat(10_000_000), List.of("large")));
  }

  private static String bomb() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 10; level++) {
      String alias = "*a" + (level - 1);
      yaml.append("a%d: &a%d [".formatted(level, level));
      yaml.append(String.join(", ", java.util.Collections.nCopies(9, alias))).append("]\n");
    }
    return yaml.toString();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachMistakeIsAMessageWithItsPlaceAndExitCodeTwo(String yaml, List<String> expected)
      throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
    Unroll checked = Unroll.run("sentiment", "config", "check", "-c", file.toString());

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).contains(expected).contains("mine.yaml").doesNotContain("\tat ");
  }

  @Test
  void allMistakesOfAFileAreReportedAtOnce() throws IOException {
    String yaml = "train: {epoch: 3, clip-norm: -1}\ntext: {tokenizer: wrod}\nsed: 3\n";
    Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
    Unroll checked = Unroll.run("sentiment", "config", "check", "-c", file.toString());

    assertThat(checked.err().lines()).hasSize(4);
    assertThat(checked.err()).contains("epoch", "clip-norm", "wrod", "sed");
  }

  @Test
  void mistakesInSettingsNameTheSetting() {
    Unroll checked = Unroll.run("sentiment", "config", "check", "-s", "train.epochs=many");

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).contains("-s train.epochs=many").doesNotContain("\tat ");
  }

  @Test
  void aMissingFileIsAMessage() {
    Unroll checked = Unroll.run("sentiment", "config", "check", "-c", "no/such.yaml");

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).contains("no/such.yaml").doesNotContain("\tat ");
  }

  @Test
  void unknownCommandsAndOptionsAreMessages() {
    assertThat(Unroll.run("sentiment", "trian").exitCode()).isEqualTo(2);
    assertThat(Unroll.run("sentimental").exitCode()).isEqualTo(2);
    assertThat(Unroll.run("sentiment", "train", "--epochs", "3").err())
        .contains("--epochs")
        .doesNotContain("\tat ");
  }
}
