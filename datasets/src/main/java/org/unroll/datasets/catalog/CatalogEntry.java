package org.unroll.datasets.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the catalogue knows of one data set.
 *
 * @param name the name in YAML and of its folder, such as {@code sst2}
 * @param obtain how to get the files by hand; empty if they can be downloaded
 * @param files at least one
 * @param splits split ({@code train}, {@code validation}, {@code test}) to file name
 */
public record CatalogEntry(
    String name,
    String title,
    String licence,
    String citation,
    String homepage,
    Form form,
    Optional<String> obtain,
    List<CatalogFile> files,
    Map<String, String> splits) {

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
}
