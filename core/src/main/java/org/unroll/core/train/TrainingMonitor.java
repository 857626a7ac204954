package org.unroll.core.train;

import org.unroll.core.train.TrainingState.Best;

/** Told how a training goes; called on the training thread. */
public interface TrainingMonitor {
  /** After every step; {@code state.batch()} of {@code batches} are done. */
  default void onStep(TrainingState state, int batches) {}

  /** After every epoch, before its checkpoint is written. */
  default void onEpoch(EpochReport report, Best best) {}

  /** However a training ends, also inside an epoch or by an error. */
  default void onEnd() {}
}
