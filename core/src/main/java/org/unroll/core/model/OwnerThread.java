package org.unroll.core.model;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that opens, asks and closes nets (dl4j#9993); whatever others want of them waits
 * here for its turn. It does not keep the JVM from ending. Thread-safe.
 */
final class OwnerThread {
  private final ExecutorService owner;

  OwnerThread(String name) {
    this.owner =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Waits for work done there.
   *
   * @throws RuntimeException what the work threw
   * @throws CancellationException if the waiting thread is interrupted
   */
  <T> T ask(Callable<T> work) {
    return await(owner.submit(work));
  }

  /** Work that nobody waits for here. */
  void later(Runnable work) {
    owner.execute(work);
  }

  /**
   * Waits for an answer.
   *
   * @throws RuntimeException what was thrown in its place
   * @throws CancellationException if the waiting thread is interrupted; nobody wants the answer
   *     then
   */
  static <T> T await(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(false);
      throw new CancellationException("interrupted while waiting for an answer");
    }
  }

  /** Takes no more work; what waits is done first. Does not wait for it. */
  void end() {
    owner.shutdown();
  }

  /** Waits until all is done, or until it is interrupted. */
  void awaitEnd() {
    try {
      while (!owner.awaitTermination(1, TimeUnit.DAYS)) {
        continue; // a long list of questions
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // what waits is done nevertheless
    }
  }
}
