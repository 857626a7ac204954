package org.unroll.apps.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.harness.Unroll;

/** What {@code config check} says of an encoder and of the net that reads it. */
class CaptionConfigTest {
  private static final String FILE =
      """
      encoder:
        graph:
          map:    {layer: conv, filters: 8, input: picture}
          seen:   {vertex: global-pool, input: map}
          output: {layer: sigmoid, input: seen}
        features: map
        train: {epochs: 3, updater: {adam: 0.01}, early-stop: {metric: micro-f1, patience: 3}}
      graph:
        seen:   {layer: gru, size: 8, bidirectional: true, input: regions}
        start:  {vertex: final-state, input: seen}
        given:  {layer: embedding, size: 8, input: caption}
        writer: {layer: gru, size: 16, input: given, initial-state: start}
        output: {layer: softmax, input: writer}
      """;

  @TempDir private Path folder;

  private Unroll check(String yaml, String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
    String[] command = new String[5 + 2 * settings.length];
    System.arraycopy(
        new String[] {"caption", "config", "check", "-c", file.toString()}, 0, command, 0, 5);
    for (int i = 0; i < settings.length; i++) {
      command[5 + 2 * i] = "-s";
      command[6 + 2 * i] = settings[i];
    }
    return Unroll.run(command);
  }

  @Test
  void aGoodOneIsFine() throws IOException {
    assertThat(check(FILE).exitCode()).as(check(FILE).err()).isZero();
  }

  @Test
  void theExampleInTheReadmeIsFine() throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    String from = readme.substring(readme.indexOf("encoder: #"));
    Unroll checked = check(from.substring(0, from.indexOf("```")));

    assertThat(checked.exitCode()).as(checked.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "encoder.train.early-stop.metric=f1 | encoder.train.early-stop.metric: unknown metric 'f1'; one of micro-f1, macro-f1, average-precision",
        "encoder.train.early-stop.metric=perplexity | encoder.train.early-stop.metric: unknown metric 'perplexity'",
        "encoder.train.refit=true | encoder.train.refit: the encoder cannot train on its validation data",
        "encoder.train.tbptt=5 | encoder.train.tbptt: graph input 'picture' is",
        "encoder.graph.output={layer: softmax, input: seen} | encoder.graph.output.layer: the encoder reads no such head; write {layer: sigmoid}",
        "encoder.graph.map.filters=0 | encoder.graph.map.filters",
        "encoder.graph.map={layer: pretrained, file: none.h5, input: picture} | encoder.graph.map.file: no file none.h5",
        "encoder.features=output | encoder.features: 'output' is the head, which is not kept; name a node below it, such as 'seen'",
        "encoder.features=mpa | encoder.features: no node 'mpa' in encoder.graph; did you mean 'map'?",
        "encoder.features=seen | graph: it reads regions, and what encoder.features names gives features; give a graph",
        "encoder.train=null | encoder.graph.output: a head learns nothing without encoder.train",
        "data={source: photos/, features: x.npy, split: {by: random}} | encoder: data.features has what an encoder would give",
        "graph.writer={layer: gru, size: 8, bidirectional: true, input: given} | graph.writer: it needs all steps of 'given' at once",
        "train.early-stop.metric=accuracy | train.early-stop.metric: unknown metric 'accuracy'",
      })
  void mistakesAreNamed(String setting, String expected) throws IOException {
    Unroll checked = check(FILE, setting);

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).contains(expected).doesNotContain("unused", "\tat ");
  }

  @Test
  void withoutATrainingAllMustLeadToWhatIsKept() throws IOException {
    String untrained = FILE.replaceAll("(?m)^ +(output: .layer: sigmoid|train:).*\n", "");
    Unroll checked = check(untrained);

    assertThat(checked.err())
        .isEqualTo(
            "%s/mine.yaml:4:13: encoder.graph.seen: nothing leads from 'seen' to 'map'; connect it or remove it\n"
                .formatted(folder));
    assertThat(check(untrained.replaceFirst("(?m)^ +seen: .*\n", "")).exitCode()).isZero();
  }

  @Test
  void allMistakesAreToldAtOnceWithTheirPlaces() throws IOException {
    String wrong =
        FILE.replace("micro-f1", "f1")
            .replace("map:    {layer: conv, filters: 8,", "map:    {layer: pretrained, file: x.h5,")
            .replace("input: seen}\n  features", "input: sene}\n  features")
            .replace("layer: gru, size: 16,", "layer: gru, size: 12,");
    assertThat(check(wrong).err().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith(folder + "/mine.yaml:"))
        .anyMatch(line -> line.contains(":3:39: encoder.graph.map.file: no file x.h5"))
        .anyMatch(
            line -> line.contains("encoder.graph.output.input: no node or graph input 'sene'"))
        .anyMatch(line -> line.contains(":7:66: encoder.train.early-stop.metric"))
        .anyMatch(line -> line.contains("graph.writer.initial-state: the state of 12 units"));
  }

  @Test
  void whatComesFromTheDefaultsIsSaidToDoSo() throws IOException {
    Unroll checked = check("data: {source: photos/, features: x.npy, split: {by: random}}");

    assertThat(checked.err())
        .startsWith("the defaults in configs/caption.yaml:")
        .contains(
            "graph: it reads picture, and data.features has numbers", "give a graph that reads");
  }
}
