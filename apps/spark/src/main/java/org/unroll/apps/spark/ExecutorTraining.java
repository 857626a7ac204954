package org.unroll.apps.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.unroll.core.layer.array.CachedShapes;
import org.unroll.core.model.Unroll;
import org.unroll.core.run.RunLock;
import org.unroll.core.train.RemoteTraining;

/** What an executor does with a training: what {@code ./unroll} does with it. */
final class ExecutorTraining {
  /** How long one that was taken for lost may still hold its run. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private ExecutorTraining() {}

  /** One at a time: where executor and driver are one process, as in tests, tasks share it. */
  static synchronized TrainingOutcome train(RemoteTraining training) {
    Locale.setDefault(Locale.ROOT);
    CachedShapes.use();
    List<String> notices = Collections.synchronizedList(new ArrayList<>());
    try {
      awaitFree(training);
      try (ExecutorGroup group = ExecutorGroup.of(training)) {
        RemoteTraining.Here here =
            new RemoteTraining.Here(
                TaskContext.get()::isInterrupted,
                notices::add,
                group.processes(),
                ExecutorGroup.seenByDriver());
        training.train(Unroll.app(training.run()), here);
      }
      return TrainingOutcome.ended(notices);
    } catch (RuntimeException | Error e) { // Spark would try it again
      return TrainingOutcome.failed(e, notices);
    }
  }

  private static void awaitFree(RemoteTraining training) {
    Instant end = Instant.now().plus(PATIENCE);
    while (RunLock.held(training.run()) && Instant.now().isBefore(end)) {
      SparkConnection.pause();
    }
  }
}
