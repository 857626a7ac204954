package org.unroll.core.engine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A thread that does one thing after another for others. Both sides look for a moment before they
 * sleep, since a step has several short stretches and waking a thread up takes as long as some of
 * them; an executor sleeps at once.
 */
final class Worker implements AutoCloseable {
  /** Short beside a step, so that a waiting thread is not in the way of others for long. */
  private static final long LOOKING_NANOS = 100_000;

  private final Thread thread;
  private volatile Task<?> next;
  private volatile boolean closed;

  /**
   * @param first what the thread does once
   */
  Worker(String name, Runnable first) {
    thread =
        new Thread(
            () -> {
              first.run();
              work();
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Something to do, whose result can be waited for. */
  static final class Task<T> {
    private final Supplier<T> work;
    private final Thread asker = Thread.currentThread();
    private T result;
    private Throwable failure;
    private volatile boolean done;

    Task(Supplier<T> work) {
      this.work = work;
    }

    void run() {
      try {
        result = work.get();
      } catch (Throwable e) { // whatever it is, the asker is told
        failure = e;
      }
      done = true;
      LockSupport.unpark(asker);
    }

    /** Waits for the end, also where the asker is interrupted. */
    void await() {
      waitUntil(() -> done);
    }

    /** After the end: what was thrown, or null. */
    Throwable failure() {
      return failure;
    }

    T result() {
      return result;
    }
  }

  /** Begins; what was begun before must have ended. */
  <T> Task<T> begin(Supplier<T> work) {
    Task<T> task = new Task<>(work);
    next = task;
    LockSupport.unpark(thread);
    return task;
  }

  private void work() {
    while (!closed) {
      waitUntil(() -> next != null || closed);
      Task<?> task = next;
      next = null;
      if (task != null) {
        task.run();
      }
    }
  }

  private static void waitUntil(BooleanSupplier met) {
    long began = System.nanoTime();
    boolean interrupted = false;
    while (!met.getAsBoolean()) {
      if (System.nanoTime() - began < LOOKING_NANOS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park();
        interrupted |= Thread.interrupted(); // or the next park would return at once
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the thread after what it does. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
