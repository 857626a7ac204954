package org.unroll.datasets.catalog;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that together make up a data set.
 *
 * @param files at least one
 */
public record Layout(List<CatalogFile> files) {
  public Layout {
    files = List.copyOf(files);
  }

  /** Size of all files together, or −1 if one is unknown. */
  public long bytes() {
    long sum = 0;
    for (CatalogFile file : files) {
      if (file.bytes() < 0) {
        return -1;
      }
      sum += file.bytes();
    }
    return sum;
  }

  /** Whether all files lie in this folder. */
  boolean isIn(Path folder) {
    return files.stream().allMatch(file -> file.isIn(folder));
  }

  List<CatalogFile> missingIn(Path folder) {
    return files.stream().filter(file -> !file.isIn(folder)).toList();
  }
}
