package org.unroll.core.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run directory the server may read from.
 *
 * @param name {@code <app>/<run>}; the name in the pages and, where there are charts, DL4J's
 *     session
 * @param live whether this process trains it
 * @param problem why DL4J's charts are missing, empty if they are there
 */
record AttachedRun(String name, Path directory, boolean live, String problem) {
  static final String STATS = "stats.dl4j";
  static final String METRICS = "metrics.jsonl";
  static final String SAMPLES = "samples.jsonl";

  /** Whether the directory holds anything to show. */
  static boolean isRun(Path directory) {
    return Files.isRegularFile(directory.resolve(STATS))
        || Files.isRegularFile(directory.resolve(METRICS));
  }

  /** When something was last written, in milliseconds; 0 for an empty run. */
  long changed() {
    long latest = 0;
    for (String file : new String[] {METRICS, SAMPLES, STATS}) {
      Path path = directory.resolve(file);
      try {
        if (Files.exists(path)) {
          latest = Math.max(latest, Files.getLastModifiedTime(path).toMillis());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + path, e);
      }
    }
    return latest;
  }
}
