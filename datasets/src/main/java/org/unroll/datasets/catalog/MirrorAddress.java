package org.unroll.datasets.catalog;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.UserError;

/**
 * A mirror on the web, laid out {@code <data set>/<file>}.
 *
 * @param address ends in {@code /}
 * @param set name of the data set
 * @param incoming folder to download to
 */
record MirrorAddress(String address, String set, Download download, Path incoming)
    implements FetchPlace {
  @Override
  public Optional<Arrival> whole(CatalogFile file) throws IOException {
    return file.isFolder() ? Optional.empty() : fetched(file.name());
  }

  @Override
  public Optional<Arrival> archive(CatalogFile file) throws IOException {
    return file.packed().isEmpty() ? Optional.empty() : fetched(file.packed().get().archive());
  }

  private Optional<Arrival> fetched(String name) throws IOException {
    URI source = source(name);
    Path target = incoming.resolve(SafePath.flat(name));
    return download.fetch(source, target)
        ? Optional.of(new Arrival(target, source.toString(), true))
        : Optional.empty();
  }

  private URI source(String name) {
    try {
      URI whole = new URI(address).resolve(new URI(null, null, set + "/" + name, null));
      return URI.create(whole.toASCIIString()); // the client sends letters beyond ASCII as they are
    } catch (URISyntaxException e) {
      throw new UserError(
          "UNROLL_MIRROR=%s is no address: %s".formatted(address, e.getMessage()), e);
    }
  }
}
