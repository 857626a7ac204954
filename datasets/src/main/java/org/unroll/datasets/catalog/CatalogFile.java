package org.unroll.datasets.catalog;

import java.net.URI;
import java.util.Optional;

/**
 * One file of a data set as it lies in the store, unpacked.
 *
 * @param name path inside the data set's folder, with {@code /}
 * @param url public address of the file or of the archive it is in; empty if it may not be
 *     redistributed
 * @param member its name in the archive at {@code url}; empty if the address is the file itself
 * @param sha256 digest in lower-case hexadecimal; empty if none is known
 * @param bytes size, or −1 if unknown
 */
public record CatalogFile(
    String name, Optional<URI> url, Optional<String> member, Optional<String> sha256, long bytes) {}
