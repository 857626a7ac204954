package org.unroll.core.train;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Says when a training should end early: on Ctrl-C (or SIGTERM) and after a time limit. A second
 * Ctrl-C ends the JVM at once. Thread-safe.
 */
public final class StopSignal implements BooleanSupplier, AutoCloseable {
  private final long began = System.nanoTime();
  private final long limitNanos;
  private final Signals signals;
  private volatile boolean interrupted;

  public StopSignal(Optional<Duration> timeLimit) {
    limitNanos = timeLimit.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    signals = new Signals(number -> interrupted = true);
  }

  @Override
  public boolean getAsBoolean() {
    // the clock's zero is anywhere, only differences mean something
    return interrupted || System.nanoTime() - began >= limitNanos;
  }

  /** True once Ctrl-C was pressed. */
  public boolean interruptedByUser() {
    return interrupted;
  }

  @Override
  public void close() {
    signals.close();
  }
}
