package org.unroll.core.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.unroll.core.UserError;

/** Keeps a run directory to one process while it trains, by the file {@code lock} in it. */
public final class RunLock {
  private RunLock() {}

  /**
   * Does some work while this process holds the lock.
   *
   * @throws UserError if another process, or another training of this one, holds it
   */
  public static <T> T during(RunDirectory run, Supplier<T> work) {
    Path file = run.path().resolve(RunDirectory.LOCK);
    try {
      Optional<T> done = LockFile.whileHeld(file, work);
      if (done.isPresent()) {
        return done.get();
      }
      throw new UserError(
          "another process (%s) is training in %s: wait for it to end, or stop it"
              .formatted(Files.readString(file), run.path()));
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
    }
  }

  /**
   * Whether another process trains in a directory. Not for one that this process trains in, whose
   * lock may end with the look.
   */
  public static boolean held(RunDirectory run) {
    Path file = run.path().resolve(RunDirectory.LOCK);
    try {
      return LockFile.held(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
