package org.unroll.datasets.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.UserError;

/** A place data can be fetched from. */
interface FetchPlace {
  /**
   * What a place gave.
   *
   * @param path of the file or folder
   * @param source what to call it in messages
   * @param ours whether it may be moved away, as it was made for this fetch
   */
  record Arrival(Path path, String source, boolean ours) {}

  /**
   * The file or folder itself.
   *
   * @return empty if this place does not have it so
   * @throws UserError if the place should have it, but it cannot be had
   */
  Optional<Arrival> whole(CatalogFile file) throws IOException;

  /** The archive with a packed file; as {@link #whole}. */
  Optional<Arrival> archive(CatalogFile file) throws IOException;
}
