package org.unroll.datasets.catalog;

import java.nio.file.Path;
import java.util.Map;

/**
 * A data set on this machine.
 *
 * @param path its folder, not to be written to
 * @param digests SHA-256 by {@code <data set>/<file>}, for the provenance of a run
 */
public record DataFolder(Path path, Map<String, String> digests) {
  public DataFolder {
    digests = Map.copyOf(digests);
  }
}
