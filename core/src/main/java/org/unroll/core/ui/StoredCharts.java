package org.unroll.core.ui;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.storage.FileStatsStorage;

/**
 * The charts of a stored run, opened from a copy: whoever has a {@code stats.dl4j} open locks out
 * the process that would go on with the run, and writes into it.
 *
 * @param changed when the file was last written to
 */
record StoredCharts(StatsStorage storage, Path copy, FileTime changed) {
  private static final String FILE = AttachedRun.STATS;

  /**
   * Copies and opens them. Those left by a killed process are repaired from their write-ahead log.
   *
   * @return empty if they are damaged
   */
  static Optional<StoredCharts> open(Path directory, String name) throws IOException {
    FileTime changed = Files.getLastModifiedTime(directory.resolve(FILE));
    Path copy = Files.createTempDirectory("unroll-charts");
    try {
      for (Path part : parts(directory)) {
        Files.copy(part, copy.resolve(part.getFileName().toString()));
      }
      StatsStorage stored = new FileStatsStorage(copy.resolve(FILE).toFile());
      deleteAtTheEnd(copy);
      return Optional.of(new StoredCharts(NamedSessions.of(stored, name), copy, changed));
    } catch (RuntimeException | IOError | AssertionError e) {
      // MapDB answers a damaged file with whatever its decoding runs into. One damaged run must
      // not close the view of the others; the page says which one it is.
      delete(copy);
      return Optional.empty();
    }
  }

  /** Ctrl-C ends the view without closing it. */
  private static void deleteAtTheEnd(Path copy) throws IOException {
    copy.toFile().deleteOnExit(); // the last to be asked for is the first to go
    for (Path part : parts(copy)) {
      part.toFile().deleteOnExit();
    }
  }

  /** The file and its logs. */
  private static List<Path> parts(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(FILE))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  /** Whether the run has written more since. */
  boolean outdated(Path directory) throws IOException {
    try {
      return !Files.getLastModifiedTime(directory.resolve(FILE)).equals(changed);
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  void close() {
    try {
      storage.close();
      delete(copy);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + copy, e);
    }
  }

  private static void delete(Path copy) throws IOException {
    for (Path part : parts(copy)) {
      Files.delete(part);
    }
    Files.delete(copy);
  }
}
