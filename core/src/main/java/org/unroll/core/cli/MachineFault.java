package org.unroll.core.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.run.UnwritableFile;

/** What the machine refuses, in a library's exception: to the user it is no bug. */
final class MachineFault {
  private MachineFault() {}

  /** Empty if it is something else. */
  static Optional<UserError> of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError) {
        return Optional.empty();
      }
      if (cause instanceof OutOfMemoryError memory) {
        return Optional.of(outOfMemory(memory));
      }
      if (cause instanceof AccessDeniedException denied) {
        return Optional.of(
            new UserError("no permission for " + denied.getFile() + ": check it", denied));
      }
      if (cause instanceof InvalidPathException path) {
        return Optional.of(noPath(path));
      }
      if (cause instanceof IOException full && UnwritableFile.isFull(full)) {
        return Optional.of(
            new UserError(
                "the disk is full (%s): free some space; a training goes on with --resume"
                    .formatted(full),
                full));
      }
    }
    return Optional.empty();
  }

  private static UserError noPath(InvalidPathException e) {
    return new UserError(
        "'%s' is no path of this system (%s): mend it; if it is right, set LC_ALL=C.UTF-8 or start with ./unroll"
            .formatted(e.getInput(), e.getReason()),
        e);
  }

  private static UserError outOfMemory(OutOfMemoryError error) {
    String message = String.valueOf(error.getMessage());
    boolean heap = // another thread's is told without a message
        List.of("heap", "GC", "array", "null").stream().anyMatch(message::contains);
    String setting =
        heap
            ? "-Xmx (Java heap, now %d MiB)".formatted(Runtime.getRuntime().maxMemory() >> 20)
            : "-Dorg.bytedeco.javacpp.maxphysicalbytes (the whole process)";
    return new UserError(
        "out of memory (%s): lower data.batch, data.max-length or the sizes in graph, or raise %s in .mvn/java.args"
            .formatted(message, setting),
        error);
  }
}
