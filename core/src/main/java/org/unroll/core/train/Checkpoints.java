package org.unroll.core.train;

/** Where the trainer keeps its net: the best one and the last one. */
public interface Checkpoints {
  /** After an epoch that was the best so far. */
  void best(TrainingState state);

  /** To resume from; after every epoch, every two minutes, and when stopped. */
  void last(TrainingState state);
}
