package org.unroll.datasets.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.unroll.core.UserError;

/** Folders of the user's. */
public final class FolderFiles {
  private FolderFiles() {}

  /**
   * All files and folders in a folder whose name does not begin with a dot, in the order of their
   * names.
   *
   * @throws UserError if it cannot be read
   */
  public static List<Path> visible(Path folder) {
    try (Stream<Path> places = Files.list(folder)) {
      return places
          .filter(place -> !place.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw PlainTextFile.unreadable(folder, e);
    }
  }

  /** The folder of a file, also of one that is named without a folder. */
  public static Path folderOf(Path file) {
    return file.getParent() == null ? Path.of("") : file.getParent();
  }
}
