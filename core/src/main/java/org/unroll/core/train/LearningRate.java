package org.unroll.core.train;

import java.util.Locale;
import java.util.Optional;
import org.unroll.core.config.ScheduleConfig;
import org.unroll.core.config.TrainConfig;

/** The learning rate of an epoch, a function of the config and the training's state. */
final class LearningRate {
  private LearningRate() {}

  static double of(TrainConfig config, TrainingState state) {
    double rate = config.updater().rate();
    if (config.schedule().isEmpty()) {
      return rate;
    }
    ScheduleConfig schedule = config.schedule().get();
    return rate
        * switch (schedule.kind()) {
          case STEP -> Math.pow(schedule.factor(), state.epoch() / schedule.every());
          case COSINE -> cosine(schedule.factor(), state.epoch(), config.epochs());
          case PLATEAU -> state.rateFactor();
        };
  }

  /** From 1 in the first epoch down to {@code floor} in the last (Loshchilov & Hutter 2017). */
  private static double cosine(double floor, int epoch, int epochs) {
    double progress = epochs == 1 ? 0 : (double) epoch / (epochs - 1);
    return floor + (1 - floor) * (1 + Math.cos(Math.PI * progress)) / 2;
  }

  /**
   * What to tell of a training that goes on beyond the end of its cosine, which then is another.
   */
  static Optional<String> risen(TrainConfig config, TrainingState state) {
    return config
        .schedule()
        .filter(schedule -> schedule.kind() == ScheduleConfig.Kind.COSINE)
        .map(
            schedule ->
                String.format(
                    Locale.ROOT,
                    "the cosine schedule is that of %d epochs now, so the learning rate rises again,"
                        + " to %.2g; -s train.schedule=null keeps one rate",
                    config.epochs(),
                    of(config, state)));
  }

  /** The plateau factor after an epoch. */
  static double nextFactor(TrainConfig config, TrainingState state, int epochsWithout) {
    if (config.schedule().isEmpty()
        || config.schedule().get().kind() != ScheduleConfig.Kind.PLATEAU) {
      return state.rateFactor();
    }
    ScheduleConfig schedule = config.schedule().get();
    boolean stuck = epochsWithout > 0 && epochsWithout % schedule.every() == 0;
    return stuck ? state.rateFactor() * schedule.factor() : state.rateFactor();
  }
}
