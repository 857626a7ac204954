package org.unroll.core.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;

/**
 * A run directory the server may read from.
 *
 * @param name {@code <app>/<run>}; the name in the pages and, where there are charts, DL4J's
 *     session
 * @param live whether this process trains it
 * @param damage what is wrong with its charts, as far as they were opened; empty if nothing
 */
record AttachedRun(String name, Path directory, boolean live, String damage) {
  static final String STATS = "stats.dl4j";
  static final String METRICS = "metrics.jsonl";
  static final String SAMPLES = "samples.jsonl";

  /** Whether another process trains it, with a page or without. */
  boolean trainsElsewhere() {
    return !live
        && (RunAddress.elsewhere(directory).isPresent()
            || RunLock.held(new RunDirectory(directory)));
  }

  /** Why DL4J's charts cannot be shown; empty if they can, as far as is known. */
  String chartsProblem() {
    if (!damage.isEmpty()) {
      return damage;
    }
    if (!Files.exists(directory.resolve(STATS))) {
      return "this run stored no charts (trained without the page)";
    }
    return trainsElsewhere() ? "another process has them open" : "";
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
