package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;

/**
 * Into how many parts a batch is cut for the fastest training step, on this machine as busy as it
 * is now: on a busy one parts wait for each other, and one is faster than two. Native code gets one
 * thread a part: once other work begins, several of OpenMP's wait for each other, and steps that
 * were fast when they were measured take many times as long.
 */
public final class ThreadChoice {
  private static final long BUDGET_NANOS = 1_500_000_000L;

  /** One on each of so many batches of an epoch, since they differ in length. */
  private static final int LEAST_ROUNDS = 4;

  /** What more parts must gain, since they are in the way of whatever else runs. */
  private static final double WORTH = 0.93;

  private ThreadChoice() {}

  /**
   * Times real steps on copies of the graph, each way in turn. Touches neither the graph nor, since
   * each step draws from a seed of its own, its training.
   *
   * @param stop asked after every round; true ends the measuring
   * @return empty if it was ended before it could tell
   */
  public static Optional<Threads> make(
      ComputationGraph graph, Batches batches, BooleanSupplier stop) {
    int processors = Runtime.getRuntime().availableProcessors();
    if (Backend.isCuda() || processors == 1) {
      return Optional.of(Threads.ONE);
    }
    Backend.useThreads(1);
    List<Trial> trials = new ArrayList<>();
    try {
      for (Threads threads : candidates(processors)) {
        trials.add(new Trial(threads, graph));
      }
      long began = System.nanoTime();
      int round = 0;
      for (; unsure(round, began) && !stop.getAsBoolean(); round++) {
        try (Batch batch = batches.get(0, round % LEAST_ROUNDS % batches.size())) {
          Batch alone = new Batch(batch.data(), batch.examples()); // of a stream as of others
          trials.forEach(trial -> trial.step(alone));
        }
      }
      return round < LEAST_ROUNDS ? Optional.empty() : Optional.of(best(trials));
    } finally {
      trials.forEach(trial -> trial.replicas.close());
    }
  }

  private static boolean unsure(int rounds, long began) {
    return rounds < LEAST_ROUNDS || System.nanoTime() - began < BUDGET_NANOS;
  }

  /** One part first, then ways with more and more. */
  static List<Threads> candidates(int processors) {
    List<Threads> candidates = new ArrayList<>();
    candidates.add(Threads.ONE);
    for (int parts = 2; parts < processors; parts *= 2) {
      candidates.add(new Threads(parts, 1));
    }
    candidates.add(new Threads(processors, 1));
    return candidates;
  }

  /** A way with more parts than the best before must be clearly faster. */
  private static Threads best(List<Trial> trials) {
    Trial first = trials.get(0);
    Trial best = first;
    for (Trial trial : trials) {
      boolean more = trial.threads.parts() > best.threads.parts();
      if (trial.timeBeside(first) < (more ? WORTH : 1) * best.timeBeside(first)) {
        best = trial;
      }
    }
    return best.threads;
  }

  /** A way, with a copy of the graph whose native code is made for it. */
  private static final class Trial {
    private final Threads threads;
    private final Replicas replicas;
    private final Engine engine;
    private final List<Long> nanos = new ArrayList<>(); // by round

    Trial(Threads threads, ComputationGraph graph) {
      this.threads = threads;
      this.replicas = new Replicas(graph.clone(), threads);
      this.engine = Engine.local(replicas, OptionalDouble.of(1));
    }

    void step(Batch batch) {
      long began = System.nanoTime();
      engine.step(batch);
      nanos.add(System.nanoTime() - began);
    }

    /** The median of the ratios, since batches differ. */
    double timeBeside(Trial other) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < nanos.size(); round++) {
        ratios.add((double) nanos.get(round) / other.nanos.get(round));
      }
      Collections.sort(ratios);
      return ratios.get(ratios.size() / 2);
    }
  }
}
