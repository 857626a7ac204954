package org.unroll.datasets.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the catalogue knows of one data set.
 *
 * @param name the name in YAML and of its folder, such as {@code sst2}
 * @param obtain how to get the files by hand; empty if they can be downloaded
 * @param layouts at least one; each alone is the data set, and its reader reads any of them. The
 *     first is the one preferred
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
    List<Layout> layouts,
    Map<String, String> splits) {
  public CatalogEntry {
    layouts = List.copyOf(layouts);
    splits = Map.copyOf(splits);
  }

  /** The preferred layout. */
  public Layout preferred() {
    return layouts.get(0);
  }
}
