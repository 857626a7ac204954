package org.unroll.core.train;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Says when a training should end early: on Ctrl-C (or SIGTERM), which waits for the checkpoint to
 * be written, and after a time limit. Thread-safe.
 */
public final class StopSignal implements BooleanSupplier, AutoCloseable {
  private static final int GRACE_SECONDS = 60;

  private final long deadline;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "stop-signal");
  private volatile boolean stopped;

  public StopSignal(Optional<Duration> timeLimit) {
    deadline = timeLimit.map(limit -> System.nanoTime() + limit.toNanos()).orElse(Long.MAX_VALUE);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public boolean getAsBoolean() {
    return stopped || System.nanoTime() > deadline;
  }

  /** True once Ctrl-C was pressed. */
  public boolean interruptedByUser() {
    return stopped;
  }

  private void interrupted() {
    stopped = true;
    try {
      if (!closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("gave up waiting for the checkpoint; the one before it is intact");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The training is over; a JVM that is shutting down may go on with that. */
  @Override
  public void close() {
    closed.countDown();
    if (!stopped) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
