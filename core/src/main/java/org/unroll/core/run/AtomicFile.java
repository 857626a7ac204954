package org.unroll.core.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.unroll.core.config.UserError;

/** Files that are either there whole or not at all: written beside, synced, renamed. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the contents to the path it is given. */
  @FunctionalInterface
  public interface Contents {
    void writeTo(Path temporary) throws IOException;
  }

  /**
   * @throws UserError if the disk is full or not writable; a file that was there before is
   *     untouched
   */
  public static void write(Path file, Contents contents) {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      contents.writeTo(temporary);
      sync(temporary);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(temporary);
      throw new UserError(
          "cannot write " + file + " (" + e + "): check free space and permissions", e);
    }
  }

  public static void writeText(Path file, String text) {
    write(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The disk that refused the write may refuse this too; the first error is the one to report.
    }
  }
}
