package org.unroll.core.ui;

import java.io.IOError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.storage.FileStatsStorage;
import org.mapdb.DBException;

/**
 * The charts of a stored run.
 *
 * @param storage one, or none if they cannot be shown
 * @param problem why there is none; empty if there is one
 */
record StoredCharts(List<StatsStorage> storage, String problem) {
  static final String LOCKED = "another process has them open";

  /** Opens the file. One left by a killed process is repaired from its write-ahead log. */
  static StoredCharts open(Path file, String name) {
    if (!Files.exists(file)) {
      return new StoredCharts(List.of(), "this run stored no charts (trained without the page)");
    }
    try {
      StatsStorage stored = new FileStatsStorage(file.toFile());
      return new StoredCharts(List.of(NamedSessions.of(stored, name)), "");
    } catch (DBException.FileLocked e) {
      return new StoredCharts(List.of(), LOCKED);
    } catch (RuntimeException | IOError | AssertionError e) {
      // MapDB answers a damaged file with whatever its decoding runs into. One damaged run must
      // not close the view of the others; the page says which one it is.
      return new StoredCharts(List.of(), "stats.dl4j is damaged");
    }
  }
}
