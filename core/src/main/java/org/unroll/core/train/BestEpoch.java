package org.unroll.core.train;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.app.Net;

/**
 * The weights of the best epoch of a net that is trained beside that of the run, in memory: nothing
 * of it is on the disk until it is through.
 */
final class BestEpoch implements Checkpoints {
  private final INDArray weights;
  private final INDArray kept;

  private BestEpoch(INDArray weights) {
    this.weights = weights;
    this.kept = weights.dup();
  }

  /**
   * Trains a net from the start, and leaves it with the weights of its best epoch.
   *
   * @return how it ended, or empty if it was stopped
   */
  static Optional<TrainingState> train(
      Net net, Trainer.Plan plan, TrainOptions options, BooleanSupplier stop) {
    BestEpoch best = new BestEpoch(net.graph().params());
    List<TrainingMonitor> monitors = TrainingDisplay.terminal(options, plan.config().epochs());
    Trainer trainer = new Trainer(plan, best, monitors, stop);
    TrainingState end = trainer.train(Trainer.start(plan.config()));
    if (!Trainer.finished(plan.config(), end)) {
      return Optional.empty();
    }
    net.graph().params().assign(best.kept);
    return Optional.of(end);
  }

  @Override
  public void best(TrainingState state) {
    kept.assign(weights);
  }

  @Override
  public void last(TrainingState state) {}
}
