package org.unroll.core.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Opens the files that {@link PendingFile} writes. The disk of this machine, unless {@code
 * ServiceLoader} finds another one: tests put one in between that is full, slow, or loses its
 * power.
 */
@FunctionalInterface
public interface Disk {
  /** A new file, or an old one emptied. */
  OutputStream open(Path file) throws IOException;
}
