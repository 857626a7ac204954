package org.unroll.apps.bench;

import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Prefetch;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Phase;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.StepTimes;
import org.unroll.core.engine.Threads;
import org.unroll.core.layer.onednn.OneDnnEngine;
import org.unroll.core.train.InitialGraph;

/**
 * The steps of an app's training, without validation, checkpoints and the page: its data, its
 * graph, the engine of the training loop. Owned by the thread that made it.
 */
final class AppTraining implements AutoCloseable {
  private final RunConfig config;
  private final Task<?, ?> task;
  private final Replicas replicas;
  private final StepTimes times;
  private final Engine engine;
  private int epoch;
  private int batch;

  /**
   * @param steps that were made
   * @param examples in them
   * @param seconds of them, waiting for batches included
   * @param waiting seconds for batches
   * @param busy seconds of all threads by phase
   * @param primitives that were made for shapes not seen lately
   */
  record Speed(
      int steps,
      int examples,
      double seconds,
      double waiting,
      Map<Phase, Double> busy,
      long primitives) {}

  AppTraining(RunConfig config, Task<?, ?> task, Threads threads) {
    this.config = config;
    this.task = task;
    this.replicas = new Replicas(InitialGraph.build(config, task), threads);
    this.times = new StepTimes(threads.parts());
    times.watch(replicas);
    this.engine = Engine.timed(replicas, config.train().clipNorm(), times);
  }

  long parameters() {
    return replicas.graph().numParams();
  }

  /** Goes on from where it stands, through the epochs. */
  Speed run(int steps) {
    Map<Phase, Double> busyBefore = times.seconds();
    long primitives = OneDnnEngine.programsMade();
    int done = 0;
    int examples = 0;
    long waiting = 0;
    long began = System.nanoTime();
    while (done < steps) {
      try (Prefetch prefetch = new Prefetch(task.training(), epoch, batch)) {
        while (done < steps && prefetch.hasNext()) {
          long asked = System.nanoTime();
          try (Batch next = prefetch.next()) {
            waiting += System.nanoTime() - asked;
            Nd4j.getRandom().setSeed(config.seed() + done);
            engine.step(next);
            examples += next.examples().length;
          }
          done++;
          batch++;
        }
        if (!prefetch.hasNext()) {
          epoch++;
          batch = 0;
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<Phase, Double> busy = times.seconds();
    busy.replaceAll((phase, sum) -> sum - busyBefore.get(phase));
    long made = OneDnnEngine.programsMade() - primitives;
    return new Speed(done, examples, seconds, waiting / 1e9, busy, made);
  }

  @Override
  public void close() {
    replicas.close();
  }
}
