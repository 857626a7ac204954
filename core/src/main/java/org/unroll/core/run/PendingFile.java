package org.unroll.core.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ServiceLoader;

/**
 * A file that appears under its name once it is whole: it is written beside, synced and renamed. If
 * it is closed without {@link #keep}, nothing of it is left. Not thread-safe.
 */
public final class PendingFile implements AutoCloseable {
  private static final Disk DISK =
      ServiceLoader.load(Disk.class).findFirst().orElse(Files::newOutputStream);

  private final Path file;
  private final Path temporary;
  private final OutputStream out;
  private boolean kept;

  private PendingFile(Path file, Path temporary) throws IOException {
    this.file = file;
    this.temporary = temporary;
    this.out = new BufferedOutputStream(DISK.open(temporary), 1 << 16);
  }

  /** One that the user named: beside it, nothing that is there already is written over. */
  public static PendingFile of(Path file) throws IOException {
    return new PendingFile(file, unused(file));
  }

  /** One of a run, which one process at a time writes: over what a killed one left beside it. */
  static PendingFile ofRun(Path file) throws IOException {
    return new PendingFile(file, file.resolveSibling(file.getFileName() + ".tmp"));
  }

  /** Made at once. Not by createTempFile, whose files only their owner may read. */
  private static Path unused(Path file) throws IOException {
    String stem = file.getFileName() + "." + ProcessHandle.current().pid();
    for (int n = 1; ; n++) {
      Path temporary = file.resolveSibling(stem + (n == 1 ? "" : "-" + n) + ".tmp");
      try {
        return Files.createFile(temporary);
      } catch (FileAlreadyExistsException e) {
        // somebody's: try the next name
      }
    }
  }

  public OutputStream out() {
    return out;
  }

  /** For a library that writes a file by its name, in place of {@link #out}. */
  public Path unfinished() {
    return temporary;
  }

  /** It is whole. */
  public void keep() throws IOException {
    out.close();
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    keepUnsynced();
  }

  /**
   * The same without waiting for the disk, for many small files that can be made again and tell
   * themselves whether they are whole.
   */
  public void keepUnsynced() throws IOException {
    out.close();
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    kept = true;
  }

  @Override
  public void close() {
    if (!kept) {
      quietly(out::close);
      quietly(() -> Files.deleteIfExists(temporary));
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      // The disk that refused the write may refuse this too; the first error is the one to report.
    }
  }
}
