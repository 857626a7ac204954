package org.unroll.core.train;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.unroll.core.app.FirstStage;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.run.RunDirectory;

/**
 * Trains the net that stands before that of a run. Nothing is kept of it until it is through;
 * interrupted, it begins anew, with the same numbers.
 */
record FirstStageTraining(
    RunConfig config, Threads threads, TrainOptions options, BooleanSupplier stop) {

  /**
   * Puts it into the run, if it is not there yet, and hands it to its task.
   *
   * @return false if stopped
   */
  boolean train(RunDirectory run, FirstStage stage, Extras extras) {
    if (!Files.exists(run.firstStage()) && !trained(run, stage, extras)) {
      return false;
    }
    stage.take(run.firstStage());
    return true;
  }

  private boolean trained(RunDirectory run, FirstStage stage, Extras extras) {
    Replicas replicas = new Replicas(InitialGraph.build(config, stage), threads);
    try (Net net = new Net(replicas).telling(options.access().progress())) {
      TrainConfig train = stage.train().orElse(config.train());
      Optional<TrainingState> end =
          stage.train().isEmpty() ? Optional.of(Trainer.start(train)) : trained(stage, train, net);
      end.ifPresent(state -> ModelBundle.write(run.firstStage(), net.graph(), extras, state));
      return end.isPresent();
    }
  }

  /**
   * @return how it ended, or empty if it was stopped
   */
  private Optional<TrainingState> trained(FirstStage stage, TrainConfig train, Net net) {
    String scoring = "scoring the " + stage.name();
    options
        .out()
        .printf(
            Locale.ROOT,
            "first the %s: %,d parameters, %,d training examples%n",
            stage.name(),
            net.parameters(),
            stage.training().examples());
    Trainer.Plan plan =
        new Trainer.Plan(
            train,
            config.seed(),
            stage.training(),
            Engines.of(train, net.replicas(), options),
            () -> stage.validate(net.doing(scoring)),
            new DivergenceGuard(net::graph));
    return BestEpoch.train(net, plan, options, stop);
  }
}
