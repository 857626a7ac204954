package org.unroll.core.train;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.metric.Scale;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/**
 * Trainings, such as all seeds and folds of a run, on the machines of a cluster at the same time.
 * Tells when each begins and ends.
 */
public final class SpreadTraining {
  private final Cluster cluster;
  private final TrainOptions options;

  public SpreadTraining(Cluster cluster, TrainOptions options) {
    this.cluster = cluster;
    this.options = options;
  }

  /**
   * Returns once all are through. The first that fails ends the others, as it would here.
   *
   * @return false if they were stopped, by Ctrl-C or one by its time limit before it had a result
   */
  public boolean train(List<RemoteTraining> trainings) {
    try (StopSignal stop = new StopSignal(Optional.empty(), options.stop())) {
      if (!trainings.isEmpty()) {
        cluster.train(trainings, stop, new Told(trainings.size()));
      }
      if (stop.interruptedByUser()) {
        options.out().println("stopped; go on with " + options.goOn());
        return false;
      }
    }
    List<String> without = new ArrayList<>();
    for (RemoteTraining training : trainings) {
      if (!Files.exists(training.run().result())) {
        without.add(training.name());
      }
    }
    if (!without.isEmpty()) {
      options
          .out()
          .println(
              "stopped by --time-limit before there was a result: %s; go on with %s"
                  .formatted(String.join(", ", without), options.goOn()));
    }
    return without.isEmpty();
  }

  /** Lines for the user. */
  private final class Told implements Cluster.Listener {
    private final int all;
    private final Set<String> notices = new LinkedHashSet<>();
    private int ended;

    Told(int all) {
      this.all = all;
    }

    @Override
    public void began(RemoteTraining training) {
      options.out().println(training.name() + " begins");
    }

    @Override
    public void ended(RemoteTraining training) {
      ended++;
      options
          .out()
          .println(
              "%s ends (%d of %d)%s".formatted(training.name(), ended, all, score(training.run())));
    }

    /** The first metric of an app is the one to look at. */
    private static String score(RunDirectory run) {
      if (!Files.exists(run.result())) {
        return "";
      }
      RunResult result = RunResult.read(run);
      return result.metrics().values().stream()
          .flatMap(split -> split.entrySet().stream())
          .findFirst()
          .map(score -> ", %s %s".formatted(score.getKey(), text(score.getKey(), score.getValue())))
          .orElse("");
    }

    private static String text(String metric, double value) {
      return Scale.of(metric).text(value);
    }

    @Override
    public void failed(RemoteTraining training, RuntimeException thrown) {
      options.out().println(training.name() + " failed");
      throw thrown;
    }

    @Override
    public void told(String notice) {
      if (notices.add(notice)) { // each training has the same to tell
        options.access().notices().accept(notice);
      }
    }
  }
}
