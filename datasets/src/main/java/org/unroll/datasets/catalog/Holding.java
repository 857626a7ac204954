package org.unroll.datasets.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unroll.core.UserError;

/**
 * A folder that holds all files of one layout of a data set, and their digests.
 *
 * @param states of the layout's files, none of them missing
 */
record Holding(CatalogEntry entry, Path folder, List<FileState> states) {
  /**
   * The first complete layout whose files are as the catalogue knows them. If there is none, the
   * first that is complete, with what is changed.
   */
  static Optional<Holding> of(CatalogEntry entry, Path folder) {
    Optional<Holding> first = Optional.empty();
    for (Layout layout : entry.layouts()) {
      if (layout.isIn(folder)) {
        Holding holding = new Holding(entry, folder, states(entry, layout, folder));
        if (holding.changed().isEmpty()) {
          return Optional.of(holding);
        }
        first = first.or(() -> Optional.of(holding));
      }
    }
    return first;
  }

  static List<FileState> states(CatalogEntry entry, Layout layout, Path folder) {
    List<FileState> states = new ArrayList<>();
    for (CatalogFile file : layout.files()) {
      states.add(FileState.of(entry, file, folder.resolve(file.name())));
    }
    return states;
  }

  private Optional<FileState> changed() {
    return states.stream().filter(state -> state.kind() == FileState.Kind.CHANGED).findFirst();
  }

  /**
   * @throws UserError if a file is changed
   */
  DataFolder verified() {
    changed()
        .ifPresent(
            state -> {
              throw state.changed(
                  folder.resolve(state.file().name()),
                  "Delete or replace it; in the cache the next run fetches it again.");
            });
    Map<String, String> digests = new TreeMap<>();
    for (FileState state : states) {
      digests.put(entry.name() + "/" + state.file().name(), state.found());
    }
    return new DataFolder(folder, digests);
  }
}
