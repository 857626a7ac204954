package org.unroll.core.train;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One training on a cluster, by one process or several, whose lines are shown here as it says them.
 */
final class FollowedTraining implements Cluster.Listener {
  private static final long LOOK_MILLIS = 200;

  private final Cluster cluster;
  private final TrainOptions options;

  FollowedTraining(Cluster cluster, TrainOptions options) {
    this.cluster = cluster;
    this.options = options;
  }

  /**
   * @return false if it was stopped before it had a result
   */
  boolean train(RemoteTraining training) {
    Path console = training.console();
    delete(console); // of a driver that was killed
    Reader reader = new Reader(console);
    try (StopSignal stop = new StopSignal(Optional.empty(), options.stop())) {
      cluster.train(List.of(training), stop, this);
    } finally {
      reader.close();
      delete(console);
    }
    return Files.exists(training.run().result());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  /** Shows what a growing file says. */
  private final class Reader {
    private final Path file;
    private final Thread thread;
    private long shown;
    private volatile boolean closed;

    Reader(Path file) {
      this.file = file;
      this.thread = new Thread(this::read, "console");
      thread.setDaemon(true);
      thread.start();
    }

    private void read() {
      while (!closed) {
        try {
          Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
          // closed
        }
        show();
      }
    }

    private void show() {
      if (!Files.exists(file)) {
        return;
      }
      try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
        byte[] more = new byte[(int) (in.length() - shown)];
        in.seek(shown);
        in.readFully(more);
        shown += more.length;
        options.out().write(more, 0, more.length);
        options.out().flush();
      } catch (IOException e) {
        // it is shown when it can be read again
      }
    }

    void close() {
      closed = true;
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void began(RemoteTraining training) {}

  @Override
  public void ended(RemoteTraining training) {}

  @Override
  public void failed(RemoteTraining training, RuntimeException thrown) {
    throw thrown;
  }

  @Override
  public void told(String notice) {
    options.access().notices().accept(notice);
  }
}
