package org.unroll.apps.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.LargeTable;
import org.unroll.core.harness.Unroll;

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
    Unroll trained =
        LargeTable.train(
            folder.resolve("run"),
            "translate",
            "data={train: {table: %s}, validation: {table: %s}, max-length: 8, batch: 256}"
                .formatted(training, validation),
            "graph.encoder.size=8",
            "graph.start.size=16",
            "graph.decoder.size=16",
            "decode.beam=1");

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("epoch 1/1", "word-for-word");
  }
}
