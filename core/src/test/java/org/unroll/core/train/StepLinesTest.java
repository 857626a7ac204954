package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.train.TrainingState.Best;
import org.unroll.core.train.TrainingState.Spent;

class StepLinesTest {
  private static final int BATCHES = 10;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private long seconds;
  private TrainingState state = TrainingState.start(0);

  private final StepLines lines =
      new StepLines(out, 3, Duration.ofSeconds(30), () -> Duration.ofSeconds(seconds).toNanos());

  /** A step that takes so long. */
  private void step(int took, double loss) {
    seconds += took;
    state = state.step(loss, new Spent(seconds, 0));
    lines.onStep(state, BATCHES);
  }

  private void endEpoch() {
    state = state.nextEpoch(new Best(1, 0, 0, 0), 1, state.spent());
    lines.onEpoch(new EpochReport(1, 0, 0, 0, Map.of(), Map.of()), state.best());
  }

  @Test
  void aLongEpochIsToldAboutEveryHalfMinute() {
    step(5, 3);
    step(20, 2);
    step(20, 1);
    step(20, 1);
    step(20, 1);

    assertThat(printed.toString(StandardCharsets.UTF_8).lines()).allMatch(StepLines::wrote);
    assertThat(StepLines.wrote("epoch 1/3  loss 2.0000  12 s")).isFalse();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            """
            epoch 1/3  30 % of 10 batches  loss 2.0000  2 min 20 s left of it
            epoch 1/3  50 % of 10 batches  loss 1.6000  1 min 40 s left of it
            """);
  }

  @Test
  void whatIsLeftIsReckonedFromWhereAnEpochWentOn() {
    state =
        new TrainingState(1, 6, new TrainingState.EpochLoss(6, 6), state.best(), 1, state.spent());
    step(500, 1); // the time before the first step is not its own
    step(31, 1);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "epoch 2/3  80 % of 10 batches  loss 1.0000  1 min 2 s left of it\n");
  }

  @Test
  void shortEpochsAndTheEndOfOneAreNot() {
    for (int epoch = 0; epoch < 3; epoch++) {
      for (int n = 1; n < BATCHES; n++) {
        step(3, 1);
      }
      step(40, 1);
      endEpoch();
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
