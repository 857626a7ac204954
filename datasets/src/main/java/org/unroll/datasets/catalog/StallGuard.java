package org.unroll.datasets.catalog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A stream that fails when nothing arrives for a while. {@code java.net.http} limits the time to
 * the headers, but a body may hang for ever.
 */
final class StallGuard extends FilterInputStream {
  private final Duration patience;
  private final ScheduledExecutorService clock;
  private volatile long lastArrival = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(InputStream body, Duration patience) {
    super(body);
    this.patience = patience;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "download clock");
              thread.setDaemon(true);
              return thread;
            });
    long pause = Math.max(1, patience.toMillis() / 4);
    clock.scheduleWithFixedDelay(this::check, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      lastArrival = System.nanoTime();
      return read;
    } catch (IOException e) {
      if (stalled) {
        throw new IOException("nothing arrived for " + patience.toMillis() / 1000.0 + " s", e);
      }
      throw new IOException("the connection broke (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    super.close();
  }

  private void check() {
    if (System.nanoTime() - lastArrival > patience.toNanos()) {
      stalled = true;
      try {
        in.close(); // wakes the reader with an exception
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
