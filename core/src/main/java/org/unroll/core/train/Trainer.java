package org.unroll.core.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.unroll.core.UserError;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Prefetch;
import org.unroll.core.engine.Diverged;
import org.unroll.core.engine.Engine;
import org.unroll.core.metric.Metric;
import org.unroll.core.train.TrainingState.Best;
import org.unroll.core.train.TrainingState.Spent;

/**
 * The epoch loop. Everything random in step n of an epoch follows from (seed, epoch, n) alone, so a
 * training that goes on from a checkpoint gives the numbers of one that was never interrupted. One
 * thread.
 */
public final class Trainer {
  private static final long CHECKPOINT_NANOS = Duration.ofMinutes(2).toNanos();

  /**
   * What is trained, on what, and how.
   *
   * @param validate scores the net on the validation split; nothing if it cannot be scored, and
   *     then each epoch counts as the best so far
   * @param guard keeps weights that are no numbers out of the checkpoints
   */
  public record Plan(
      TrainConfig config,
      long seed,
      Batches batches,
      Engine engine,
      Supplier<Map<String, Double>> validate,
      DivergenceGuard guard) {

    /** As the config says, on the task's training batches. */
    static Plan of(RunConfig config, Task<?, ?> task, Net net, TrainOptions options) {
      return new Plan(
          config.train(),
          config.seed(),
          task.training(),
          Engines.of(config.train(), net.replicas(), options),
          () -> task.validate(net.doing("scoring validation")).metrics(),
          new DivergenceGuard(net::graph));
    }
  }

  private final Plan plan;
  private final Checkpoints checkpoints;
  private final List<TrainingMonitor> monitors;
  private final BooleanSupplier stop;

  /**
   * @param stop asked after every step; true ends the training with a checkpoint
   */
  public Trainer(
      Plan plan, Checkpoints checkpoints, List<TrainingMonitor> monitors, BooleanSupplier stop) {
    this.plan = plan;
    this.checkpoints = checkpoints;
    this.monitors = List.copyOf(monitors);
    this.stop = stop;
  }

  /** The state before the first step. */
  public static TrainingState start(TrainConfig config) {
    return TrainingState.start(config.earlyStop().watched().worst());
  }

  /** True if nothing is left to train: all epochs done, or stopped early. */
  public static boolean finished(TrainConfig config, TrainingState state) {
    return state.epoch() >= config.epochs()
        || state.best().epochsWithout() >= config.earlyStop().patience();
  }

  /** Trains from a state to the end, or until told to stop. */
  public TrainingState train(TrainingState from) {
    return train(from, plan.config.epochs());
  }

  /**
   * Trains to the end, but not beyond an epoch; the schedule is that of the config.
   *
   * @param epochs to be done at most, those before {@code from} counted
   */
  public TrainingState train(TrainingState from, int epochs) {
    try {
      return trainEpochs(from, epochs);
    } finally {
      monitors.forEach(TrainingMonitor::onEnd);
    }
  }

  private TrainingState trainEpochs(TrainingState from, int epochs) {
    TrainingState state = from;
    while (!finished(plan.config, state) && state.epoch() < epochs) {
      state = trainEpoch(state);
      if (state.batch() < plan.batches.size()) {
        checkpoint(state);
        return state; // stopped inside an epoch
      }
      state = finishEpoch(state);
      if (stop.getAsBoolean()) {
        return state;
      }
    }
    return state;
  }

  private TrainingState trainEpoch(TrainingState from) {
    TrainingState state = from;
    plan.engine.thaw(state.epoch());
    plan.engine.learningRate(LearningRate.of(plan.config, state));
    long began = System.nanoTime();
    long lastCheckpoint = began;
    int atOnce = plan.engine.round();
    try (Prefetch prefetch = new Prefetch(plan.batches, state.epoch(), state.batch(), atOnce)) {
      while (state.batch() < plan.batches.size() && !stopInside(state, from)) {
        state = round(prefetch, state, from, began);
        if (System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS) {
          checkpoint(state);
          lastCheckpoint = System.nanoTime();
        }
      }
    }
    return state;
  }

  /** As many steps as the engine makes at once. */
  private TrainingState round(
      Prefetch prefetch, TrainingState before, TrainingState from, long began) {
    List<Batch> batches = new ArrayList<>();
    try {
      int count = Math.min(plan.engine.round(), plan.batches.size() - before.batch());
      long[] seeds = new long[count];
      for (int i = 0; i < count; i++) {
        batches.add(prefetch.next());
        seeds[i] = stepSeed(plan.seed, before.epoch(), before.batch() + i);
      }
      List<Double> losses = steps(batches, seeds, before);
      TrainingState state = before;
      for (int i = 0; i < count; i++) {
        int examples = batches.get(i).examples().length;
        state = state.step(losses.get(i), spent(from, state, began, examples));
        for (TrainingMonitor monitor : monitors) {
          monitor.onStep(state, plan.batches.size());
        }
      }
      return state;
    } finally {
      batches.forEach(Batch::close);
    }
  }

  private List<Double> steps(List<Batch> batches, long[] seeds, TrainingState state) {
    try {
      return plan.engine.steps(batches, seeds);
    } catch (Diverged e) {
      throw plan.guard.explain(e, batches.get(0).data(), state);
    }
  }

  /** At least one step is made after each (re)start, so that every resume gets further. */
  private boolean stopInside(TrainingState state, TrainingState from) {
    return state != from && stop.getAsBoolean();
  }

  private void checkpoint(TrainingState state) {
    plan.guard.checkWeights(state);
    checkpoints.last(state);
  }

  private TrainingState finishEpoch(TrainingState state) {
    plan.guard.checkWeights(state);
    long began = System.nanoTime();
    Map<String, Double> validation = validate(state);
    Spent spent = spent(state, state, began, 0);
    Best best = best(plan.config, state.best(), state.epoch() + 1, validation);
    EpochReport report =
        new EpochReport(
            state.epoch() + 1,
            spent.seconds(),
            spent.examplesPerSecond(),
            LearningRate.of(plan.config, state),
            Map.of(Metric.LOSS.key(), state.loss().mean()),
            validation);
    double factor = LearningRate.nextFactor(plan.config, state, best.epochsWithout());
    TrainingState next = state.nextEpoch(best, factor, spent);
    for (TrainingMonitor monitor : monitors) {
      monitor.onEpoch(report, best);
    }
    if (best.epoch() == next.epoch()) {
      checkpoints.best(next);
    }
    checkpoints.last(next);
    return next;
  }

  private Map<String, Double> validate(TrainingState state) {
    try {
      return plan.validate.get();
    } catch (IllegalArgumentException e) { // as of a metric that was given no numbers
      try (Batch batch = plan.batches.get(state.epoch(), 0)) {
        plan.guard.checkAnswers(batch.data(), state);
      }
      throw e;
    }
  }

  /**
   * The best epoch once one more is scored.
   *
   * @param epoch the one scored, from 1
   */
  static Best best(TrainConfig config, Best before, int epoch, Map<String, Double> validation) {
    if (validation.isEmpty()) {
      return new Best(epoch, before.value(), Double.NaN, 0);
    }
    double value = value(config.earlyStop().watched(), validation);
    return before.next(epoch, config.earlyStop(), value, Metric.surprise(validation));
  }

  private static double value(Metric metric, Map<String, Double> validation) {
    Double value = validation.get(metric.key());
    if (value == null) {
      throw new UserError(
          "train.early-stop.metric: %s cannot be counted on these validation data; choose one of %s"
              .formatted(metric.key(), String.join(", ", validation.keySet())));
    }
    return value;
  }

  private static Spent spent(TrainingState from, TrainingState state, long began, int examples) {
    double seconds = from.spent().seconds() + (System.nanoTime() - began) / 1e9;
    return new Spent(seconds, state.spent().examples() + examples);
  }

  /** Mixes the three numbers (SplitMix64's finaliser), so that near steps get unrelated seeds. */
  static long stepSeed(long seed, int epoch, int batch) {
    long z = seed * 0x9E3779B97F4A7C15L + ((long) epoch << 32) + batch;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
