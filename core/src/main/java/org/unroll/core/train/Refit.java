package org.unroll.core.train;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;

/**
 * The training of {@code train.refit}: from the start, on the training and validation data
 * together, for as many epochs as were best on the validation data before. Nothing is kept of it
 * until it is through; interrupted, it begins anew.
 */
final class Refit {
  private final RunConfig config;
  private final Task<?, ?> task;
  private final Threads threads;
  private final TrainOptions options;
  private final BooleanSupplier stop;

  Refit(
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
   * Puts the refitted net into {@code model.zip}, if it is not there yet; the chosen one is kept
   * first, for its validation scores.
   *
   * @param extras asked for after the training, which fits the pipeline anew
   * @param end of the training before
   * @return false if stopped
   */
  boolean replaceModel(RunDirectory run, Supplier<Extras> extras, TrainingState end) {
    Provenance provenance = Provenance.read(run);
    if (provenance.refitEpochs() > 0) {
      return true;
    }
    if (!Files.exists(run.chosen())) {
      AtomicFile.write(run.chosen(), to -> Files.copy(run.model(), to));
    }
    try (Replicas replicas = new Replicas(InitialGraph.build(config, task), threads)) {
      if (!train(replicas, end.best().epoch())) {
        return false;
      }
      ModelBundle.write(run.model(), replicas.graph(), extras.get(), end);
    }
    provenance.refitted(end.best().epoch()).write(run);
    return true;
  }

  /**
   * @return false if stopped
   */
  private boolean train(Replicas replicas, int epochs) {
    options.out().printf(Locale.ROOT, "refit on train and validation for %d epochs%n", epochs);
    Trainer.Plan plan =
        new Trainer.Plan(
            config.train(),
            config.seed(),
            task.trainingAndValidation(),
            Engines.of(config.train(), replicas, options),
            Map::of, // nothing is left to score it on
            new DivergenceGuard(replicas::graph));
    List<TrainingMonitor> monitors = TrainingDisplay.terminal(options, epochs);
    Trainer trainer = new Trainer(plan, new Nowhere(), monitors, stop);
    return trainer.train(Trainer.start(config.train()), epochs).epoch() == epochs;
  }

  private record Nowhere() implements Checkpoints {
    @Override
    public void best(TrainingState state) {}

    @Override
    public void last(TrainingState state) {}
  }
}
