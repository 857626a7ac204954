package org.unroll.datasets.caption;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.unroll.datasets.table.BadCell;

/** Where picture files lie. Immutable and thread-safe. */
sealed interface PicturePlace permits PictureFolder, PictureZip {
  /**
   * @param path a folder, or an archive whose name ends in {@code .zip}
   * @throws org.unroll.core.UserError if it is neither
   */
  static PicturePlace of(Path path) {
    return isZip(path) ? PictureZip.of(path) : PictureFolder.of(path);
  }

  /** Whether it is an archive of pictures, by its name. */
  static boolean isZip(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".zip") && !Files.isDirectory(path);
  }

  /** The folder or archive. */
  Path path();

  /**
   * What a picture is called here that a captions file calls so.
   *
   * @throws BadCell if there is none, or several may be meant
   */
  String find(String name);

  /** All that may be pictures, in the order of their names. */
  List<String> names();

  /** For reading; closed by the caller. */
  Opened open() throws IOException;

  /** Thread-safe. */
  interface Opened extends Closeable {
    /**
     * The bytes of a file.
     *
     * @param found what {@link #find} gave
     * @throws BadCell if they cannot be read
     */
    byte[] bytes(String found);

    @Override
    void close();
  }
}
