package org.unroll.apps.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.unroll.core.UserError;
import org.unroll.core.train.Cluster;
import org.unroll.core.train.RemoteTraining;

/**
 * Executors of Spark, each with one training at a time: a job of one task each, since jobs tell by
 * themselves when they end.
 */
final class SparkCluster implements Cluster {
  /** How long trainings that are stopped may take for their checkpoints. */
  private static final Duration STOP = Duration.ofSeconds(30);

  /** How long there may be no executor until it is told. */
  private static final Duration ALONE = Duration.ofSeconds(20);

  private final JavaSparkContext spark;

  SparkCluster(JavaSparkContext spark) {
    this.spark = spark;
  }

  @Override
  public void train(List<RemoteTraining> trainings, BooleanSupplier stop, Listener listener) {
    List<TrainingJob> open = new ArrayList<>();
    List<HelpingJob> helping = new ArrayList<>();
    try {
      for (RemoteTraining each : trainings) {
        open.add(TrainingJob.submit(each, spark));
      }
      for (RemoteTraining each : trainings) {
        for (int rank = 1; rank < each.workers(); rank++) {
          helping.add(new HelpingJob(each, spark));
        }
      }
      watch(new Jobs(open, helping), stop, listener);
    } finally {
      open.forEach(TrainingJob::cancel);
      helping.forEach(HelpingJob::cancel); // they end with the training that they help
      awaitStopped();
    }
  }

  /**
   * @param open trainings that have not ended
   * @param helping with them
   */
  private record Jobs(List<TrainingJob> open, List<HelpingJob> helping) {
    void ended(RemoteTraining training) {
      for (HelpingJob each : helping) {
        if (each.helps(training)) {
          each.cancel();
        }
      }
      helping.removeIf(each -> each.helps(training));
    }
  }

  /** Takes out those that end. */
  private void watch(Jobs all, BooleanSupplier stop, Listener listener) {
    List<TrainingJob> open = all.open;
    Instant answered = Instant.now();
    boolean told = false;
    while (!open.isEmpty() && !stop.getAsBoolean()) {
      for (Iterator<TrainingJob> jobs = open.iterator(); jobs.hasNext(); ) {
        TrainingJob job = jobs.next();
        job.tellOfBeginning(spark.statusTracker(), listener);
        if (job.isDone()) {
          jobs.remove();
          all.ended(job.training());
          job.tellOfEnd(listener);
        }
      }
      all.helping.forEach(HelpingJob::goOn);
      if (open.isEmpty() || SparkConnection.executors(spark) > 0) {
        answered = Instant.now();
        told = false;
      } else if (!told && Instant.now().isAfter(answered.plus(ALONE))) {
        requireMaster(open.get(0).training());
        listener.told("no executor is left: waiting for one; Ctrl-C stops");
        told = true;
      }
      SparkConnection.pause();
    }
  }

  /** Without one there will be no executor: Spark itself would wait for ever. */
  private void requireMaster(RemoteTraining waiting) {
    try {
      SparkConnection.requireMaster(spark.sc().master());
    } catch (UserError e) {
      throw new UserError(e.getMessage() + ", and go on with " + waiting.terms().goOn(), e);
    }
  }

  /** Until executors have told so: what they say later finds nobody, and Spark complains. */
  private void awaitStopped() {
    Instant end = Instant.now().plus(STOP);
    while (isBusy() && Instant.now().isBefore(end)) {
      SparkConnection.pause();
    }
  }

  private boolean isBusy() {
    return Arrays.stream(spark.sc().statusTracker().getExecutorInfos())
        .anyMatch(executor -> executor.numRunningTasks() > 0);
  }

  @Override
  public void close() {
    spark.close();
  }
}
