package org.unroll.apps.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.LargeTable;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

class LargePairsIT {
  private static final String HEADER = "source\ttarget";

  @TempDir private Path folder;

  private static String row(int number, String text) {
    return text.substring(0, text.length() / 2) + "\t" + text.substring(text.length() / 2);
  }

  @Test
  void morePairsThanMemoryHoldsAreTrainedOn() {
    Path training = LargeTable.write(folder.resolve("a.tsv"), HEADER, LargePairsIT::row);
    Path validation = LargeTable.few(folder.resolve("b.tsv"), HEADER, LargePairsIT::row);
    String[] command = {
      "translate",
      "train",
      "--no-ui",
      "--run-dir",
      folder.resolve("run").toString(),
      "-s",
      "data={train: {table: %s}, validation: {table: %s}, max-length: 8, batch: 256}"
          .formatted(training, validation),
      "-s",
      "text={tokenizer: whitespace, min-count: 2}",
      "-s",
      "graph.encoder.size=8",
      "-s",
      "graph.start.size=16",
      "-s",
      "graph.decoder.size=16",
      "-s",
      "train.epochs=1",
      "-s",
      "decode.beam=1",
      "-s",
      "threads=1"
    };
    try (UnrollProcess process = UnrollProcess.start(LargeTable.SMALL_HEAP, command)) {
      Unroll trained = process.end();

      assertThat(trained.exitCode()).as(trained.err()).isZero();
      assertThat(trained.out()).contains("epoch 1/1", "word-for-word");
    }
  }
}
