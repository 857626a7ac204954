package org.unroll.apps.sentiment;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs cases one after the other on one thread, each within a time. */
final class TimeLimit implements AutoCloseable {
  private final Duration limit;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread worker = new Thread(task, "time-limited");
            worker.setDaemon(true);
            return worker;
          });

  TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /** What the case gave; an error that names the case if it threw something or took too long. */
  <T> T run(String name, Callable<T> task) throws InterruptedException {
    try {
      return thread.submit(task).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(name, e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError(name + ": not done after " + limit, e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
