package org.unroll.core.cli;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.unroll.core.data.Progress;

/**
 * How far a net is with inputs that it is asked about in chunks: what it tells of a chunk counts as
 * so much of all. Thread-safe.
 */
final class ChunkProgress implements Progress {
  private final LongFunction<Work> beginning;
  private Work all = Work.UNTOLD;
  private int chunk;
  private long told; // of the chunk

  /**
   * @param beginning makes the work on so many inputs, or {@link #UNKNOWN}
   */
  ChunkProgress(LongFunction<Work> beginning) {
    this.beginning = beginning;
  }

  /** Answers inputs, chunk by chunk. */
  @FunctionalInterface
  interface Answering {
    void run() throws IOException;
  }

  /**
   * @param inputs that are answered, or {@link #UNKNOWN}
   */
  void during(long inputs, Answering answering) throws IOException {
    try (Work work = beginning.apply(inputs)) {
      all = work;
      answering.run();
    }
  }

  synchronized void begin(int inputs) {
    chunk = inputs;
    told = 0;
  }

  synchronized void end() {
    tell(chunk);
  }

  @Override
  public Work begin(Job job) {
    AtomicLong done = new AtomicLong();
    return (more, note) -> reached((double) done.addAndGet(more) / job.total());
  }

  private synchronized void reached(double share) {
    tell((long) (share * chunk));
  }

  private void tell(long reached) {
    if (reached > told) {
      all.advance(reached - told);
      told = reached;
    }
  }
}
