package org.unroll.core.train;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import org.unroll.core.config.EarlyStopConfig;
import org.unroll.core.metric.Metric;
import org.unroll.core.run.ModelBundle;

/**
 * Where a training stands, saved in every checkpoint beside the net, its updater and the state of a
 * stream. Together with the config they determine all that follows.
 *
 * @param epoch epochs finished
 * @param batch batches done in the current epoch
 * @param loss of the current epoch so far
 * @param best the best epoch so far
 * @param rateFactor what a plateau schedule has made of the learning rate
 * @param spent what the training has cost so far
 */
public record TrainingState(
    int epoch, int batch, EpochLoss loss, Best best, double rateFactor, Spent spent) {

  /** Sum and number of the batch losses of an epoch. */
  public record EpochLoss(double sum, int batches) {
    static final EpochLoss NONE = new EpochLoss(0, 0);

    EpochLoss plus(double loss) {
      return new EpochLoss(sum + loss, batches + 1);
    }

    double mean() {
      return sum / batches;
    }
  }

  /**
   * @param epoch from 1; 0 before the first
   * @param value of the early-stop metric then
   * @param surprise of the net then, which decides between epochs of one value; NaN if not scored
   * @param epochsWithout epochs without improvement since
   */
  public record Best(int epoch, double value, double surprise, int epochsWithout) {
    /** After an epoch with these scores, the first one being 1. */
    Best next(int current, EarlyStopConfig stop, double newValue, double newSurprise) {
      Metric metric = stop.watched();
      boolean compared = current > stop.from();
      boolean improved =
          !compared
              || metric.better(newValue, value)
              || newValue == value && newSurprise < surprise;
      return improved
          ? new Best(current, newValue, newSurprise, 0)
          : new Best(epoch, value, surprise, epochsWithout + 1);
    }
  }

  /** Wall-clock seconds and examples seen, over all resumes. */
  public record Spent(double seconds, long examples) {
    double examplesPerSecond() {
      return seconds == 0 ? 0 : examples / seconds;
    }
  }

  /** Of a checkpoint. */
  static TrainingState read(Path checkpoint) {
    return ModelBundle.readState(checkpoint, new TypeReference<>() {});
  }

  static TrainingState start(double worst) {
    return new TrainingState(
        0, 0, EpochLoss.NONE, new Best(0, worst, Double.NaN, 0), 1, new Spent(0, 0));
  }

  /**
   * Iterations done.
   *
   * @param batches in an epoch
   */
  long iterations(int batches) {
    return (long) epoch * batches + batch;
  }

  TrainingState step(double batchLoss, Spent now) {
    return new TrainingState(epoch, batch + 1, loss.plus(batchLoss), best, rateFactor, now);
  }

  TrainingState nextEpoch(Best newBest, double newRateFactor, Spent now) {
    return new TrainingState(epoch + 1, 0, EpochLoss.NONE, newBest, newRateFactor, now);
  }
}
