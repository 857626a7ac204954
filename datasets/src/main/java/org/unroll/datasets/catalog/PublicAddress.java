package org.unroll.datasets.catalog;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.UserError;

/**
 * Where the publisher offers the files.
 *
 * @param folder the data set's own, named in messages
 * @param incoming folder to download to
 */
record PublicAddress(CatalogEntry entry, Path folder, Download download, Path incoming)
    implements FetchPlace {
  @Override
  public Optional<Arrival> whole(CatalogFile file) throws IOException {
    return file.packed().isPresent() ? Optional.empty() : Optional.of(fetched(file, file.name()));
  }

  @Override
  public Optional<Arrival> archive(CatalogFile file) throws IOException {
    return file.packed().isEmpty()
        ? Optional.empty()
        : Optional.of(fetched(file, file.packed().get().archive()));
  }

  private Arrival fetched(CatalogFile file, String name) throws IOException {
    URI url = file.url().orElseThrow();
    Path target = incoming.resolve(SafePath.flat(name));
    if (!download.fetch(url, target)) {
      throw new UserError(
          "cannot fetch %s: %s is no longer there (404). See %s for a new address; with the files at hand, put them into %s."
              .formatted(entry.name(), url, entry.homepage(), folder));
    }
    return new Arrival(target, url.toString(), true);
  }
}
