package org.unroll.datasets.catalog;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of a data set as it lies in the store, or one folder with all that is in it.
 *
 * @param name path inside the data set's folder, with {@code /}; a folder's ends in {@code /}
 * @param url public address of the file, or of the archive it is packed in; empty if there is none
 *     or it may not be redistributed
 * @param packed where it is in an archive; empty if it is fetched as it is
 * @param sha256 digest in lower-case hexadecimal, of a folder that of {@link Digest#ofFolder};
 *     empty if none is known
 * @param bytes size, or −1 if unknown
 */
public record CatalogFile(
    String name, Optional<URI> url, Optional<Packed> packed, Optional<String> sha256, long bytes) {

  /**
   * A place in an archive.
   *
   * @param archive name of the archive, also in a mirror
   * @param member name in it; of a folder with {@code /} at the end, or empty for the whole archive
   */
  public record Packed(String archive, String member) {}

  /** Whether it is a folder. */
  public boolean isFolder() {
    return name.endsWith("/");
  }

  /** Whether it lies in this folder of the data set. */
  boolean isIn(Path folder) {
    Path place = folder.resolve(name);
    return isFolder() ? Files.isDirectory(place) : Files.isRegularFile(place);
  }
}
