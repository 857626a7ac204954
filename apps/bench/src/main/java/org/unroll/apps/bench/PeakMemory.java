package org.unroll.apps.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;

/** Looks again and again how much memory this process has, until it is closed. Thread-safe. */
final class PeakMemory implements AutoCloseable {
  private static final int EVERY_MS = 2;

  private final AtomicLong peak = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "peak-memory");
            thread.setDaemon(true);
            return thread;
          });

  PeakMemory() {
    clock.scheduleAtFixedRate(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    peak.accumulateAndGet(Pointer.physicalBytes(), Math::max);
  }

  /** The most so far, in bytes. */
  long bytes() {
    look();
    return peak.get();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
