package org.unroll.apps.spark;

import java.util.List;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.unroll.core.train.RemoteTraining;

/**
 * An executor that computes for a training which another has. It ends when that is lost, so that
 * what Spark tries again finds an executor; then it is given anew, until the training is through.
 */
final class HelpingJob {
  private final RemoteTraining training;
  private final JavaSparkContext spark;
  private JavaFutureAction<List<Boolean>> action;

  /** After all trainings: jobs that came first are served first. */
  HelpingJob(RemoteTraining training, JavaSparkContext spark) {
    this.training = training;
    this.spark = spark;
    submit();
  }

  private void submit() {
    action = spark.parallelize(List.of(training), 1).map(ExecutorGroup::help).collectAsync();
  }

  boolean helps(RemoteTraining other) {
    return training.equals(other);
  }

  /** Begins anew if it has ended, by itself or with its executor. */
  void goOn() {
    if (action.isDone()) {
      submit();
    }
  }

  void cancel() {
    action.cancel(false);
  }
}
