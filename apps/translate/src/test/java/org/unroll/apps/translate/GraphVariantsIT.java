package org.unroll.apps.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.harness.Unroll;

/** Every kind of net the slides name trains, and decodes step by step what it was trained on. */
class GraphVariantsIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph.context={vertex: attention, queries: decoder, keys: encoder, score: general}",
        "graph.context={vertex: repeat, input: start, like: decoder}",
        "graph.context={layer: dense, size: 16, input: decoder}",
        "graph.encoder={layer: lstm, size: 16, bidirectional: true, input: read}",
        "graph.output={layer: softmax, input: mixed, label-smoothing: 0.1}",
        "graph.output={layer: softmax, input: mixed, dropout: 0.1, tied: given}"
      })
  void learnsByHeart(String variant) throws IOException {
    learns(List.of(variant));
  }

  /** Longer outputs need a larger net. */
  @ParameterizedTest
  @ValueSource(strings = {"{tokenizer: bpe, merges: 100, joint: true}", "{tokenizer: char}"})
  void piecesOfWordsAreLearntByHeart(String text) throws IOException {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "text=" + text,
                "data.max-length=80",
                "train.updater={adam: 0.01}",
                "train.epochs=80",
                "train.early-stop={metric: perplexity, patience: 80}"));
    for (String node : List.of("read", "given", "encoder", "decoder", "start", "mixed")) {
      settings.add("graph." + node + ".size=64");
    }
    learns(settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{read: {layer: embedding, size: 16, input: source},"
            + " turned: {vertex: reverse, input: read},"
            + " encoder: {layer: lstm, size: 24, input: turned},"
            + " state: {vertex: final-state, input: encoder, cell: true},"
            + " given: {layer: embedding, size: 16, input: target},"
            + " decoder: {layer: lstm, size: 24, input: given, initial-state: state},"
            + " output: {layer: softmax, input: decoder}}",
        "{read: {layer: embedding, size: 16, input: source},"
            + " encoder: {layer: gru, size: 16, input: read},"
            + " second: {layer: gru, size: 16, input: encoder},"
            + " residual: {vertex: add, input: [encoder, second]},"
            + " state: {vertex: final-state, input: second},"
            + " given: {layer: embedding, size: 16, input: target},"
            + " decoder: {layer: gru, size: 16, input: given, initial-state: state},"
            + " above: {layer: gru, size: 16, input: decoder},"
            + " sum: {vertex: add, input: [decoder, above]},"
            + " context: {vertex: attention, queries: sum, keys: residual, score: dot},"
            + " both: {vertex: concat, input: [sum, context]},"
            + " output: {layer: softmax, input: both}}"
      })
  void anotherGraphLearnsByHeart(String graph) throws IOException {
    learns(List.of("graph=" + graph));
  }

  private void learns(List<String> variant) throws IOException {
    List<String> more = new ArrayList<>();
    for (String setting : variant) {
      more.addAll(List.of("-s", setting));
    }
    Path run = folder.resolve("run");
    String[] all = TinyPairs.train(TinyPairs.write(folder), run);
    List<String> command = new ArrayList<>();
    boolean whole = variant.get(0).startsWith("graph={");
    for (int i = 0; i < all.length; i++) {
      boolean ofOtherGraph = all[i].equals("-s") && all[i + 1].startsWith("graph.");
      if (whole && ofOtherGraph) {
        i++;
      } else {
        command.add(all[i]);
      }
    }
    command.addAll(more);
    Unroll trained = Unroll.run(command.toArray(String[]::new));
    assertThat(trained.err()).isEmpty();
    Unroll answer =
        Unroll.run("translate", "predict", "--run", run.toString(), "the dogs do not sleep .");
    assertThat(answer.out()).isEqualTo("les chiens ne dorment pas .\n");
  }
}
