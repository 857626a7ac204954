package org.unroll.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Requests in the order in which they came, and which of them share a batch. Anybody may add, one
 * thread takes.
 */
final class RequestQueue<I, O> {
  private final Sharing sharing;
  private final BlockingQueue<Request<I, O>> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room;
  private Optional<Request<I, O>> held = Optional.empty(); // found no room in the last batch

  RequestQueue(Sharing sharing) {
    this.sharing = sharing;
    this.room = new Semaphore(sharing.queue(), true);
  }

  /** Waits for a place; see {@link #add}. */
  void reserve() throws InterruptedException {
    room.acquire();
  }

  /** False if there is no place now. */
  boolean tryReserve() {
    return room.tryAcquire();
  }

  /** Gives back a place that was not used. */
  void release() {
    room.release();
  }

  /** Takes a place that was reserved. */
  void add(Request<I, O> request) {
    waiting.add(request);
  }

  int waiting() {
    return sharing.queue() - room.availablePermits();
  }

  /** The next batch; empty if nobody waits. */
  List<Request<I, O>> next() {
    long end = System.nanoTime() + sharing.longestWait().toNanos();
    List<Request<I, O>> batch = new ArrayList<>();
    int inputs = 0;
    Optional<Request<I, O>> each = held.or(() -> poll(0));
    held = Optional.empty();
    while (each.isPresent()) {
      if (!batch.isEmpty() && inputs + each.get().size() > sharing.inputs()) {
        held = each;
        return batch;
      }
      batch.add(each.get());
      inputs += each.get().size();
      each = inputs < sharing.inputs() ? poll(end - System.nanoTime()) : Optional.empty();
    }
    return batch;
  }

  private Optional<Request<I, O>> poll(long nanoseconds) {
    try {
      Optional<Request<I, O>> next =
          Optional.ofNullable(waiting.poll(Math.max(0, nanoseconds), TimeUnit.NANOSECONDS));
      next.ifPresent(taken -> room.release());
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
