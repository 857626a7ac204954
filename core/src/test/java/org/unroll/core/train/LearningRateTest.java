package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unroll.core.config.EarlyStopConfig;
import org.unroll.core.config.ScheduleConfig;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.train.TrainingState.Best;
import org.unroll.core.train.TrainingState.EpochLoss;
import org.unroll.core.train.TrainingState.Spent;

class LearningRateTest {
  @Test
  void withoutAScheduleTheRateStays() {
    TrainConfig config = config(Optional.empty());

    assertThat(LearningRate.of(config, state(0, 1))).isEqualTo(0.1);
    assertThat(LearningRate.of(config, state(9, 1))).isEqualTo(0.1);
  }

  @Test
  void stepsFallEveryFewEpochs() {
    TrainConfig config = schedule(ScheduleConfig.Kind.STEP, 0.5, 3);

    assertThat(LearningRate.of(config, state(2, 1))).isEqualTo(0.1);
    assertThat(LearningRate.of(config, state(3, 1))).isEqualTo(0.05);
    assertThat(LearningRate.of(config, state(6, 1))).isEqualTo(0.025);
  }

  @Test
  void cosineFallsFromTheWholeRateToItsFloor() {
    TrainConfig config = schedule(ScheduleConfig.Kind.COSINE, 0.2, 1);

    assertThat(LearningRate.of(config, state(0, 1))).isEqualTo(0.1);
    assertThat(LearningRate.of(config, state(9, 1))).isCloseTo(0.02, within(1e-12));
    assertThat(LearningRate.of(config, state(4, 1)) + LearningRate.of(config, state(5, 1)))
        .as("symmetric about the middle")
        .isCloseTo(0.12, within(1e-12));
  }

  @Test
  void aPlateauLowersTheRateEachTimeItLastsLongEnough() {
    TrainConfig config = schedule(ScheduleConfig.Kind.PLATEAU, 0.5, 2);

    assertThat(LearningRate.of(config, state(7, 0.25))).isEqualTo(0.025);
    assertThat(LearningRate.nextFactor(config, state(1, 1), 0)).isEqualTo(1);
    assertThat(LearningRate.nextFactor(config, state(2, 1), 1)).isEqualTo(1);
    assertThat(LearningRate.nextFactor(config, state(3, 1), 2)).isEqualTo(0.5);
    assertThat(LearningRate.nextFactor(config, state(4, 0.5), 3)).isEqualTo(0.5);
    assertThat(LearningRate.nextFactor(config, state(5, 0.5), 4)).isEqualTo(0.25);
  }

  @Test
  void otherSchedulesKeepTheFactor() {
    TrainConfig config = schedule(ScheduleConfig.Kind.STEP, 0.5, 1);

    assertThat(LearningRate.nextFactor(config, state(3, 1), 2)).isEqualTo(1);
  }

  private static TrainConfig schedule(ScheduleConfig.Kind kind, double factor, int every) {
    return config(Optional.of(new ScheduleConfig(kind, factor, every)));
  }

  private static TrainConfig config(Optional<ScheduleConfig> schedule) {
    UpdaterConfig sgd =
        new UpdaterConfig(
            OptionalDouble.of(0.1),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    return new TrainConfig(
        10,
        sgd,
        schedule,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        new EarlyStopConfig("accuracy", 3, 1),
        false,
        Optional.empty());
  }

  private static TrainingState state(int epoch, double factor) {
    return new TrainingState(
        epoch, 0, EpochLoss.NONE, new Best(0, 0, 0, 0), factor, new Spent(0, 0));
  }
}
