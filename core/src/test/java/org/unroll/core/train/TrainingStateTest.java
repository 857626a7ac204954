package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.unroll.core.Json;
import org.unroll.core.config.EarlyStopConfig;
import org.unroll.core.train.TrainingState.Best;
import org.unroll.core.train.TrainingState.EpochLoss;
import org.unroll.core.train.TrainingState.Spent;

class TrainingStateTest {
  @Test
  void everyDigitSurvivesJson() throws JsonProcessingException {
    TrainingState state =
        new TrainingState(
            3,
            17,
            new EpochLoss(Math.PI, 17),
            new Best(2, 1 / 3.0, Math.E, 1),
            0.1 + 0.2,
            new Spent(Double.MIN_VALUE, Long.MAX_VALUE));

    assertThat(roundTrip(state)).isEqualTo(state);
  }

  @Test
  void theWorstValuesBeforeTheFirstEpochSurviveJson() throws JsonProcessingException {
    TrainingState lower = TrainingState.start(Double.POSITIVE_INFINITY);
    TrainingState higher = TrainingState.start(Double.NEGATIVE_INFINITY);

    assertThat(roundTrip(lower)).isEqualTo(lower);
    assertThat(roundTrip(higher)).isEqualTo(higher);
  }

  @Test
  void aBestEpochOfAnOlderCheckpointIsBeatenByValueAlone() throws JsonProcessingException {
    Best old =
        Json.MAPPER.readValue("{\"epoch\": 2, \"value\": 0.5, \"epochs-without\": 1}", Best.class);
    EarlyStopConfig stop = new EarlyStopConfig("accuracy", 3, 1);

    assertThat(old.next(4, stop, 0.5, 0.1).epoch()).isEqualTo(2);
    assertThat(old.next(4, stop, 0.6, 9)).isEqualTo(new Best(4, 0.6, 9, 0));
  }

  @Test
  void aStepCountsTheBatchAndItsLoss() {
    TrainingState state = TrainingState.start(0).step(2, new Spent(1, 8)).step(4, new Spent(2, 16));

    assertThat(state.batch()).isEqualTo(2);
    assertThat(state.loss().mean()).isEqualTo(3);
    assertThat(state.spent().examplesPerSecond()).isEqualTo(8);
  }

  @Test
  void theNextEpochBeginsAtItsFirstBatch() {
    TrainingState state =
        TrainingState.start(0)
            .step(2, new Spent(1, 8))
            .nextEpoch(new Best(1, 0.5, 2, 0), 0.5, new Spent(2, 8));

    assertThat(state)
        .isEqualTo(
            new TrainingState(1, 0, EpochLoss.NONE, new Best(1, 0.5, 2, 0), 0.5, new Spent(2, 8)));
  }

  private static TrainingState roundTrip(TrainingState state) throws JsonProcessingException {
    return Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(state), TrainingState.class);
  }
}
