package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.LargeTable;
import org.unroll.core.harness.Unroll;

class LargeTextIT {
  private static final String HEADER = "text,label";

  @TempDir private Path folder;

  private static String row(int number, String text) {
    return text + "," + (number % 2 == 0 ? "even" : "odd");
  }

  @Test
  void moreTextThanMemoryHoldsIsTrainedOn() {
    Path training = LargeTable.write(folder.resolve("a.csv"), HEADER, LargeTextIT::row);
    Path validation = LargeTable.few(folder.resolve("b.csv"), HEADER, LargeTextIT::row);
    Unroll trained =
        LargeTable.train(
            folder.resolve("run"),
            "sentiment",
            "data={train: %s, validation: %s, columns: {text: text, label: label}, max-length: 8, batch: 256}"
                .formatted(training, validation),
            "graph.encoder.size=8");

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("epoch 1/1", "naive-bayes");
    assertThat(trained.out() + trained.err()).contains("simple models are fitted on");
  }
}
