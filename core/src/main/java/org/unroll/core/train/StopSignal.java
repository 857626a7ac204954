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

  private final long began = System.nanoTime();
  private final long limitNanos;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "stop-signal");
  private volatile boolean stopped;

  public StopSignal(Optional<Duration> timeLimit) {
    limitNanos = timeLimit.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public boolean getAsBoolean() {
    // the clock's zero is anywhere, only differences mean something
    return stopped || System.nanoTime() - began >= limitNanos;
  }

  /** True once Ctrl-C was pressed. */
  public boolean interruptedByUser() {
    return stopped;
  }

  private void interrupted() {
    stopped = true;
    try {
      if (!closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("gave up waiting for the step to end; the last checkpoint is intact");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The training is over; a JVM that is shutting down may go on with that. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // Ctrl-C was pressed: the hook runs, and ends now.
    }
  }
}
