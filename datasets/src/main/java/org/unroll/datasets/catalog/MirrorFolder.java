package org.unroll.datasets.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A mirror on this machine.
 *
 * @param folder the data set's own
 */
record MirrorFolder(Path folder) implements FetchPlace {
  @Override
  public Optional<Arrival> whole(CatalogFile file) {
    return file.isIn(folder) ? Optional.of(arrival(file.name())) : Optional.empty();
  }

  @Override
  public Optional<Arrival> archive(CatalogFile file) {
    return file.packed()
        .map(CatalogFile.Packed::archive)
        .filter(name -> Files.isRegularFile(folder.resolve(name)))
        .map(this::arrival);
  }

  private Arrival arrival(String name) {
    Path path = folder.resolve(name);
    return new Arrival(path, path.toString(), false);
  }
}
