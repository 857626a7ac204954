package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.unroll.core.Json;
import org.unroll.core.app.Net;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Progress;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.engine.TinyNet;
import org.unroll.core.harness.Unroll;

class ProgressDisplayIT {
  @TempDir Path folder;

  /** Three examples each, that take 10 ms. */
  private static final Batches SLOW =
      new Batches() {
        @Override
        public int size() {
          return 20;
        }

        @Override
        public int examples() {
          return 60;
        }

        @Override
        public Batch get(int epoch, int n) {
          MultiDataSet data = TinyNet.perExampleBatch();
          try {
            Thread.sleep(10);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new Batch(data, new int[] {3 * n, 3 * n + 1, 3 * n + 2});
        }
      };

  @Test
  void aSlowRunOfANetIsToldInLines() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Progress lines =
        new ProgressDisplay(
            job -> new WorkLines(job, err, Duration.ofMillis(50), System::nanoTime));
    Replicas replicas = new Replicas(TinyNet.perExample(new Sgd(1)), new Threads(2, 1));
    try (Net net = new Net(replicas).telling(lines)) {
      net.doing("scoring test").outputs(SLOW, (example, values) -> {});
    }

    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("scoring test: [1-9]\\d? of 60, \\d+ s left"));
  }

  @Test
  void theOutputHoldsAnswersAlone() throws IOException {
    String run = folder.resolve("run").toString();
    Unroll trained =
        Unroll.run("tiny", "train", "--no-ui", "--run-dir", run, "-s", "train.epochs=1");
    Unroll scored = Unroll.run("tiny", "evaluate", "--json", "--run", run);

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.err()).as("short work is told by nothing").isEmpty();
    assertThat(scored.err()).isEmpty();
    assertThat(Json.MAPPER.readTree(scored.out()).get("log-loss").isNumber()).isTrue();
    assertThat(scored.out()).hasLineCount(1);
  }
}
