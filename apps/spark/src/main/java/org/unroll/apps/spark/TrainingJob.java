package org.unroll.apps.spark;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.JavaSparkStatusTracker;
import org.unroll.core.UserError;
import org.unroll.core.train.Cluster;
import org.unroll.core.train.RemoteTraining;

/** A training that Spark was given. */
final class TrainingJob {
  private final RemoteTraining training;
  private final JavaFutureAction<List<TrainingOutcome>> action;
  private boolean began;
  private int lost;

  private TrainingJob(RemoteTraining training, JavaFutureAction<List<TrainingOutcome>> action) {
    this.training = training;
    this.action = action;
  }

  static TrainingJob submit(RemoteTraining training, JavaSparkContext spark) {
    return new TrainingJob(
        training,
        spark.parallelize(List.of(training), 1).map(ExecutorTraining::train).collectAsync());
  }

  RemoteTraining training() {
    return training;
  }

  boolean isDone() {
    return action.isDone();
  }

  /** An executor that has it ends it with a checkpoint. */
  void cancel() {
    action.cancel(false);
  }

  void tellOfBeginning(JavaSparkStatusTracker tracker, Cluster.Listener listener) {
    for (int id : action.jobIds()) {
      SparkJobInfo job = tracker.getJobInfo(id);
      for (int stage : job == null ? new int[0] : job.stageIds()) {
        SparkStageInfo info = tracker.getStageInfo(stage);
        if (info != null) {
          tell(info, listener);
        }
      }
    }
  }

  private void tell(SparkStageInfo stage, Cluster.Listener listener) {
    if (!began && stage.numActiveTasks() + stage.numCompletedTasks() > 0) {
      began = true;
      listener.began(training);
    }
    if (stage.numFailedTasks() > lost) {
      lost = stage.numFailedTasks();
      listener.told(training.name() + " lost its executor, and goes on when another one is free");
    }
  }

  /**
   * Of one that is done.
   *
   * @throws UserError if Spark gave it up
   */
  void tellOfEnd(Cluster.Listener listener) {
    TrainingOutcome outcome = outcome();
    outcome.notices().forEach(listener::told);
    if (outcome.thrown() == null) {
      listener.ended(training);
    } else {
      listener.failed(training, outcome.thrown());
    }
  }

  private TrainingOutcome outcome() {
    try {
      return action.get().get(0);
    } catch (ExecutionException e) {
      String why = String.valueOf(e.getCause().getMessage()).lines().findFirst().orElse("");
      throw new UserError(
          "Spark gave up training %s: %s; go on with %s"
              .formatted(training.name(), why, training.terms().goOn()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("stopped while waiting for Spark", e);
    }
  }
}
