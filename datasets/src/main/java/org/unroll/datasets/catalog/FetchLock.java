package org.unroll.datasets.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.unroll.core.UserError;

/** Lets one process, and one thread of it, at a time work in a folder. */
final class FetchLock {
  private static final long PAUSE_MILLIS = 50;

  private FetchLock() {}

  /**
   * Does the work while the lock file is held; waits for it as long as it takes. The system frees
   * the lock of a killed process.
   *
   * @param waiting run once if the lock is not free at once
   */
  static void whileHeld(Path file, Runnable waiting, Runnable work) throws IOException {
    // closing the channel frees the lock
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      boolean told = false;
      while (!acquired(channel)) {
        if (!told) {
          waiting.run();
          told = true;
        }
        pause();
      }
      work.run();
    }
  }

  private static boolean acquired(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by another thread of this process, which tryLock tells this way
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while waiting for another download", e);
    }
  }
}
