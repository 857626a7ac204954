package org.unroll.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.unroll.core.UserError;

/**
 * A file that one user at a time holds, among all processes and threads; it says which process. The
 * system frees the lock of a killed process; the file stays.
 */
public final class LockFile {
  private static final long PAUSE_MILLIS = 50;

  private LockFile() {}

  /**
   * Does some work while this thread holds the file.
   *
   * @return what the work gives; empty if somebody else holds the file
   */
  public static <T> Optional<T> whileHeld(Path file, Supplier<T> work) throws IOException {
    // closing the channel frees the lock
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!locked(channel)) {
        return Optional.empty();
      }
      String holder = "pid " + ProcessHandle.current().pid();
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return Optional.of(work.get());
    }
  }

  /**
   * The same, once nobody else holds the file.
   *
   * @param waiting done once if somebody does
   * @throws UserError if this thread is interrupted before
   */
  public static <T> T onceFree(Path file, Runnable waiting, Supplier<T> work) throws IOException {
    Optional<T> done = whileHeld(file, work);
    if (done.isEmpty()) {
      waiting.run();
    }
    while (done.isEmpty()) {
      pause(file);
      done = whileHeld(file, work);
    }
    return done.get();
  }

  /**
   * Whether somebody holds the file, without a trace. Not for a file that this process holds: on
   * most systems its lock would end with the look.
   */
  static boolean held(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (NoSuchFileException e) {
      return false; // deleted just now
    }
  }

  private static void pause(Path file) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while waiting for " + file, e);
    }
  }

  /** Only the last byte a file can have is locked, so that every system lets others read the id. */
  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // this is how tryLock says that this process itself holds it
    }
  }
}
