package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;

/**
 * How many threads of native code a training step is fastest with, on this machine as busy as it is
 * now. On a quiet one more threads help nets that are not tiny; on a busy one OpenMP's threads wait
 * for each other, and one is several times faster than two.
 */
public final class ThreadChoice {
  private static final long BUDGET_NANOS = 1_500_000_000L;
  private static final int LEAST_ROUNDS = 3;

  /** What more threads must gain, since they are in the way of whatever else runs. */
  private static final double WORTH = 0.93;

  private ThreadChoice() {}

  /**
   * Times real steps on copies of the graph, each number of threads in turn, and leaves the best
   * number in force. Touches neither the graph nor, since each step draws from a seed of its own,
   * its training.
   */
  public static int make(ComputationGraph graph, Batches batches) {
    int processors = Runtime.getRuntime().availableProcessors();
    if (Backend.isCuda() || processors == 1) {
      return 1;
    }
    Batch batch = batches.get(0, 0);
    List<Trial> trials = new ArrayList<>();
    try {
      for (int threads = 1; threads < processors; threads *= 2) {
        trials.add(new Trial(threads, graph, batch));
      }
      trials.add(new Trial(processors, graph, batch));
      long began = System.nanoTime();
      int rounds = 0;
      while (rounds < LEAST_ROUNDS || System.nanoTime() - began < BUDGET_NANOS) {
        trials.forEach(Trial::step);
        rounds++;
      }
      int best = best(trials);
      Backend.useThreads(best);
      return best;
    } finally {
      trials.forEach(trial -> trial.copy.close());
    }
  }

  private static int best(List<Trial> trials) {
    Trial best = trials.get(0);
    for (Trial trial : trials) {
      if (trial.median() < WORTH * best.median()) {
        best = trial;
      }
    }
    return best.threads;
  }

  /** A number of threads with a copy of the graph, whose native code is made for that number. */
  private static final class Trial {
    private final int threads;
    private final ComputationGraph copy;
    private final Engine engine;
    private final Batch batch;
    private final List<Long> nanos = new ArrayList<>();

    Trial(int threads, ComputationGraph graph, Batch batch) {
      this.threads = threads;
      this.copy = graph.clone();
      this.engine = Engine.local(copy, OptionalDouble.of(1));
      this.batch = batch;
    }

    /** The first one after the change wakes the threads up. */
    void step() {
      Backend.useThreads(threads);
      engine.step(batch);
      long began = System.nanoTime();
      engine.step(batch);
      nanos.add(System.nanoTime() - began);
    }

    long median() {
      List<Long> sorted = new ArrayList<>(nanos);
      Collections.sort(sorted);
      return sorted.get(sorted.size() / 2);
    }
  }
}
