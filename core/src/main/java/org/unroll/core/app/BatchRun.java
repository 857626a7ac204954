package org.unroll.core.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.unroll.core.app.Net.BatchWork;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.engine.Replicas;

/**
 * Work on the batches of a split by several replicas of a graph: each takes the next batch when it
 * is done with one. Batches are whole, so what comes out does not hang on the number of replicas.
 */
final class BatchRun<R> {
  /** Batches for each replica before their results are handed over, so that these stay few. */
  private static final int STRETCH = 16;

  private final Replicas replicas;
  private final Batches batches;
  private final Function<Net, BatchWork<R>> open;
  private final Work work;
  private final int threads;
  private final List<BatchWork<R>> works = new ArrayList<>(); // by replica

  private record Done<R>(Batch batch, R result) {}

  /**
   * @param work told the examples that are done, by whatever thread did them
   */
  BatchRun(Replicas replicas, Batches batches, Function<Net, BatchWork<R>> open, Work work) {
    this.work = work;
    this.replicas = replicas;
    this.batches = batches;
    this.open = open;
    this.threads = Math.max(1, Math.min(replicas.count(), batches.size()));
  }

  void run(BiConsumer<Batch, R> taker) {
    try {
      // the nets are not to be closed, or the graphs would be
      works.addAll(replicas.run(threads, (graph, number) -> open.apply(new Net(graph))));
      int stretch = STRETCH * threads;
      for (int from = 0; from < batches.size(); from += stretch) {
        stretch(from, Math.min(batches.size(), from + stretch), taker);
      }
    } finally {
      replicas.run(threads, (graph, number) -> close(number));
    }
  }

  private void stretch(int from, int to, BiConsumer<Batch, R> taker) {
    AtomicInteger next = new AtomicInteger(from);
    AtomicReferenceArray<Done<R>> done = new AtomicReferenceArray<>(to - from);
    replicas.run(
        threads,
        (graph, number) -> {
          for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
            Batch batch = batches.get(0, n);
            done.set(n - from, new Done<>(batch, works.get(number).of(batch)));
            work.advance(batch.examples().length);
          }
          return number;
        });
    for (int i = 0; i < done.length(); i++) {
      taker.accept(done.get(i).batch(), done.get(i).result());
    }
  }

  private int close(int number) {
    if (number < works.size()) { // opening may have failed
      works.get(number).close();
    }
    return number;
  }
}
