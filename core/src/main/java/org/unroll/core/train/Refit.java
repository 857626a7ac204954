package org.unroll.core.train;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.engine.Engine;
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
  private final PrintStream out;
  private final BooleanSupplier stop;

  Refit(RunConfig config, Task<?, ?> task, PrintStream out, BooleanSupplier stop) {
    this.config = config;
    this.task = task;
    this.out = out;
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
    Optional<ComputationGraph> graph = train(end.best().epoch());
    if (graph.isEmpty()) {
      return false;
    }
    try {
      ModelBundle.write(run.model(), graph.get(), extras.get(), end);
    } finally {
      graph.get().close();
    }
    provenance.refitted(end.best().epoch()).write(run);
    return true;
  }

  /**
   * @return the graph after the last epoch, which the caller closes; empty if stopped
   */
  private Optional<ComputationGraph> train(int epochs) {
    out.printf(Locale.ROOT, "refit on train and validation for %d epochs%n", epochs);
    ComputationGraph graph = InitialGraph.build(config, task);
    Trainer.Plan plan =
        new Trainer.Plan(
            config.train(),
            config.seed(),
            task.trainingAndValidation(),
            Engine.local(graph, config.train().clipNorm()),
            Map::of, // nothing is left to score it on
            new DivergenceGuard(graph));
    List<TrainingMonitor> monitors = List.of(new ProgressLines(out, epochs));
    Trainer trainer = new Trainer(plan, new Nowhere(), monitors, stop);
    TrainingState end = trainer.train(Trainer.start(config.train()), epochs);
    if (end.epoch() < epochs) {
      graph.close();
      return Optional.empty();
    }
    return Optional.of(graph);
  }

  private record Nowhere() implements Checkpoints {
    @Override
    public void best(TrainingState state) {}

    @Override
    public void last(TrainingState state) {}
  }
}
