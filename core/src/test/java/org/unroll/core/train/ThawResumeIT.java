package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.RunDirectory;

/** A training whose layers thaw, stopped after every step: before the thaw, at it and after. */
class ThawResumeIT {
  @TempDir private Path folder;

  private static String[] train(Path run, int threads, String... more) {
    List<String> settings = new ArrayList<>(List.of("-s", "threads=" + threads));
    settings.addAll(List.of("-s", "graph.mixed.thaw={after: 1, factor: 0.5}"));
    settings.addAll(List.of("-s", "graph.encoder.thaw={after: 2}", "-s", "train.epochs=3"));
    settings.addAll(List.of(more));
    return TinyTraining.train(run, settings.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theNumbersAreThoseOfAnUninterruptedRun(int threads) {
    Path whole = folder.resolve("whole");
    Path stopped = folder.resolve("stopped");
    assertThat(Unroll.run(train(whole, threads)).exitCode()).isZero();
    Unroll last = Unroll.run(train(stopped, threads, "--time-limit", "0s"));
    int stops = 1;
    TrainingState state = TrainingState.read(TinyTraining.checkpoint(stopped));
    while (state.epoch() < 3) {
      String[] resume = {"--time-limit", "0s", "--resume", stopped.toString()};
      last = Unroll.run("tiny", "train", "--no-ui", resume[0], resume[1], resume[2], resume[3]);
      state = TrainingState.read(TinyTraining.checkpoint(stopped));
      stops++;
    }

    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(stops).as("also inside an epoch").isGreaterThan(3);
    KilledTraining.assertSameNumbers(new RunDirectory(stopped), new RunDirectory(whole));
  }
}
