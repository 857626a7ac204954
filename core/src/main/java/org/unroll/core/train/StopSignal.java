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
  private final BooleanSupplier other;
  private volatile boolean interrupted;

  public StopSignal(Optional<Duration> timeLimit) {
    this(timeLimit, () -> false);
  }

  /**
   * @param other ends it as Ctrl-C does
   */
  public StopSignal(Optional<Duration> timeLimit, BooleanSupplier other) {
    this.other = other;
    limitNanos = timeLimit.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    signals = new Signals(number -> interrupted = true);
  }

  @Override
  public boolean getAsBoolean() {
    // the clock's zero is anywhere, only differences mean something
    return interruptedByUser() || System.nanoTime() - began >= limitNanos;
  }

  /** True once Ctrl-C was pressed, or what does the same. */
  public boolean interruptedByUser() {
    return interrupted || other.getAsBoolean();
  }

  @Override
  public void close() {
    signals.close();
  }
}
