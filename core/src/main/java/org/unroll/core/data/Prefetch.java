package org.unroll.core.data;

import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Prepares the next batches of an epoch on one daemon thread while the caller trains on the present
 * ones. At most {@value #AHEAD} batches wait, or as many as the caller takes at once. What {@link
 * Batches#get} throws is thrown again, on the caller's thread, by the {@link #next()} that would
 * have given that batch. {@link #close()} ends the thread; a batch taken before stays valid.
 *
 * <p>To be used by one thread.
 */
public final class Prefetch implements AutoCloseable {
  /** Batches that may wait. */
  static final int AHEAD = 2;

  private final Batches batches;
  private final int epoch;
  private final BlockingQueue<Prepared> queue;
  private final Thread thread;
  private int next;
  private boolean ended;

  private sealed interface Prepared {
    record Ready(Batch batch) implements Prepared {}

    record Failed(Throwable cause) implements Prepared {}
  }

  /**
   * @param epoch from 0
   * @param from number of the first batch to give, from 0 (greater when a run is resumed)
   */
  public Prefetch(Batches batches, int epoch, int from) {
    this(batches, epoch, from, AHEAD);
  }

  /**
   * The same for a caller who takes several at once.
   *
   * @param atOnce how many, from 1
   */
  public Prefetch(Batches batches, int epoch, int from, int atOnce) {
    this.batches = batches;
    this.queue = new ArrayBlockingQueue<>(Math.max(AHEAD, atOnce));
    this.epoch = epoch;
    this.next = from;
    this.thread = new Thread(() -> prepare(from), "prefetch-epoch-" + epoch);
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether the epoch holds another batch. */
  public boolean hasNext() {
    return !ended && next < batches.size();
  }

  /**
   * The next batch of the epoch; waits until it is ready.
   *
   * @throws NoSuchElementException after the last one, after an error and after {@link #close()}
   */
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no batch " + next + " in epoch " + epoch);
    }
    Prepared prepared = take();
    next++;
    if (prepared instanceof Prepared.Failed failed) {
      ended = true;
      throw thrown(failed.cause());
    }
    return ((Prepared.Ready) prepared).batch();
  }

  /** Stops the thread and waits until it has ended. */
  @Override
  public void close() {
    ended = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    queue.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Prepared take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for batch " + next, e);
    }
  }

  private void prepare(int from) {
    try {
      for (int n = from; n < batches.size() && !Thread.currentThread().isInterrupted(); n++) {
        queue.put(new Prepared.Ready(batches.get(epoch, n)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: nobody waits for more
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void fail(Throwable cause) {
    try {
      queue.put(new Prepared.Failed(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: nobody waits for the error
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(cause);
  }
}
