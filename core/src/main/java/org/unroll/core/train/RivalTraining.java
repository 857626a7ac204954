package org.unroll.core.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.unroll.core.app.Net;
import org.unroll.core.app.Rival;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.UnwritableFile;

/**
 * Trains the rival of a net as the net was trained, and keeps its best epoch. Nothing is kept of it
 * until it is through; interrupted, it begins anew.
 */
final class RivalTraining {
  private final RunConfig config;
  private final Task<?, ?> task;
  private final Threads threads;
  private final TrainOptions options;
  private final BooleanSupplier stop;

  RivalTraining(
      RunConfig config,
      Task<?, ?> task,
      Threads threads,
      TrainOptions options,
      BooleanSupplier stop) {
    this.config = config;
    this.task = task;
    this.threads = threads;
    this.options = options;
    this.stop = stop;
  }

  /**
   * Puts the rival into the run, if it is not there yet.
   *
   * @return false if stopped
   */
  boolean train(RunDirectory run, Rival rival, Extras extras) {
    if (Files.exists(run.rival())) {
      deleteDue(run); // killed in between
      return true;
    }
    AtomicFile.writeText(run.rivalDue(), rival.name());
    options.out().printf(Locale.ROOT, "%s net, to compare with%n", rival.name());
    Replicas replicas = new Replicas(InitialGraph.build(config, rival.graph(), task), threads);
    try (Net net = new Net(replicas).telling(options.access().progress())) {
      Optional<TrainingState> end =
          BestEpoch.train(net, Trainer.Plan.of(config, task, net, options), options, stop);
      if (end.isEmpty()) {
        return false;
      }
      ModelBundle.write(run.rival(), net.graph(), extras, end.get());
      deleteDue(run);
      return true;
    }
  }

  private static void deleteDue(RunDirectory run) {
    try {
      Files.deleteIfExists(run.rivalDue());
    } catch (IOException e) {
      throw new UnwritableFile(run.rivalDue(), e);
    }
  }
}
