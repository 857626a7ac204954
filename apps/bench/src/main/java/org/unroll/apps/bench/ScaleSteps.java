package org.unroll.apps.bench;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.engine.BatchCut;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Phase;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.StepTimes;
import org.unroll.core.engine.Threads;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.parallel.ArrayWire;
import org.unroll.core.train.InitialGraph;

/**
 * Steps of one thread on whole batches and, by a net of its own, on the first examples of each:
 * what a worker of a group does that has a part of a batch. Owned by the thread that made it.
 */
final class ScaleSteps implements AutoCloseable {
  /** Of a batch's examples, those of a small part. */
  static final int PART = 8;

  private static final int WARM_UP = 20;

  private final Batches batches;
  private final Net whole;
  private final Net part;

  private record Net(Replicas replicas, Engine engine, StepTimes times) {
    static Net of(RunConfig config, Task<?, ?> task) {
      Replicas replicas = new Replicas(InitialGraph.build(config, task), Threads.ONE);
      StepTimes times = new StepTimes(1);
      return new Net(replicas, Engine.timed(replicas, config.train().clipNorm(), times), times);
    }

    double seconds(Batch batch, int seed) {
      Nd4j.getRandom().setSeed(1 + seed);
      long began = System.nanoTime();
      engine.step(batch);
      return (System.nanoTime() - began) / 1e9;
    }

    /** Of the weights alone, and of the gradient's norm before. */
    double update() {
      Map<Phase, Double> busy = times.seconds();
      return busy.get(Phase.UPDATE) + busy.get(Phase.SUM);
    }
  }

  /**
   * Seconds of one batch.
   *
   * @param making it
   * @param whole a step on it
   * @param update of {@code whole}, after the gradient
   * @param part a step on its first examples
   * @param again the same once more
   * @param examples of the batch
   * @param updates of the weights, more than one where sequences are truncated
   * @param numbers in its features
   * @param bytes on the way to another process
   * @param continues whether it goes on where the batch before ended
   */
  record Measured(
      double making,
      double whole,
      double update,
      double part,
      double again,
      int examples,
      int updates,
      long numbers,
      long bytes,
      boolean continues) {}

  ScaleSteps(RunConfig config, Task<?, ?> task) {
    this.batches = task.training();
    this.whole = Net.of(config, task);
    this.part = Net.of(config, task);
  }

  Replicas replicas() {
    return whole.replicas;
  }

  /** As many batches as the time allows, after some of warm-up. */
  List<Measured> run(double seconds) {
    List<Measured> all = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (int n = 0; System.nanoTime() < end || n < 2 * WARM_UP; n++) {
      Measured measured = measure(n);
      if (n >= WARM_UP) {
        all.add(measured);
      }
    }
    return all;
  }

  private Measured measure(int n) {
    long began = System.nanoTime();
    try (Batch batch = batches.get(n / batches.size(), n % batches.size())) {
      double making = (System.nanoTime() - began) / 1e9;
      double updated = whole.update();
      int updates = whole.replicas.graph().getIterationCount();
      double step = whole.seconds(batch, n);
      MultiDataSet few = BatchCut.of(batch.data(), array -> cut(array, rows(batch)));
      Batch small = new Batch(few, new int[rows(batch)], batch.continues());
      double first = part.seconds(small, n);
      double again = part.seconds(small, n);
      return new Measured(
          making,
          step,
          whole.update() - updated,
          first,
          again,
          batch.examples().length,
          whole.replicas.graph().getIterationCount() - updates,
          numbers(batch.data()),
          bytes(batch.data()),
          batch.continues());
    }
  }

  private static int rows(Batch batch) {
    return (int) Math.max(1, batch.data().getFeatures(0).size(0) / PART);
  }

  /** Dense as the array is: layers read sequences with the steps outermost. */
  static INDArray cut(INDArray array, int rows) {
    if (array.rank() == 3 && TimeMajor.isDense(array.permute(2, 0, 1))) {
      INDArray steps = array.permute(2, 0, 1); // [t, b, n]
      return TimeMajor.sequences(
          steps.get(NDArrayIndex.all(), NDArrayIndex.interval(0, rows)).dup('c'));
    }
    return array.get(NDArrayIndex.interval(0, rows)).dup('c');
  }

  private static long numbers(MultiDataSet batch) {
    long numbers = 0;
    for (INDArray features : batch.getFeatures()) {
      numbers += features.length();
    }
    return numbers;
  }

  private static long bytes(MultiDataSet batch) {
    try (DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream())) {
      ArrayWire.write(batch, out);
      return out.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    whole.replicas.close();
    part.replicas.close();
  }
}
