package org.unroll.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.unroll.core.UserError;

/**
 * Keeps a run directory to one process while it trains: a lock on the file {@code lock} in it,
 * which holds the process's id. The system frees the lock of a killed process; the file stays.
 */
public final class RunLock {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Does some work while this process holds the lock.
   *
   * @throws UserError if another process, or another training of this one, holds it
   */
  public static <T> T during(RunDirectory run, Supplier<T> work) {
    RunLock lock = acquire(run);
    try {
      return work.get();
    } finally {
      lock.free();
    }
  }

  private static RunLock acquire(RunDirectory run) {
    Path file = run.path().resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        String holder = read(channel);
        channel.close();
        throw new UserError(
            "another process (%s) is training in %s: wait for it to end, or stop it"
                .formatted(holder, run.path()));
      }
      write(channel, "pid " + ProcessHandle.current().pid());
      return new RunLock(channel);
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
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

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private void free() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("cannot free the lock of a run", e);
    }
  }
}
