package org.unroll.datasets.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
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
    return inside(folder).stream().filter(place -> !isHidden(place)).toList();
  }

  /** The others. */
  public static List<Path> hidden(Path folder) {
    return inside(folder).stream().filter(FolderFiles::isHidden).toList();
  }

  private static boolean isHidden(Path place) {
    return place.getFileName().toString().startsWith(".");
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> places = Files.list(folder)) {
      return places.sorted().toList();
    } catch (IOException e) {
      throw PlainTextFile.unreadable(folder, e);
    }
  }

  /**
   * The visible files of a folder and of the visible folders below it, in the order of their names.
   */
  public static List<Path> below(Path folder) {
    List<Path> files = new ArrayList<>();
    for (Path place : visible(folder)) {
      if (isFolder(place)) {
        files.addAll(below(place));
      } else if (Files.isRegularFile(place)) {
        files.add(place);
      }
    }
    return files;
  }

  /** Not a link to one, which may lead around in a circle. */
  public static boolean isFolder(Path place) {
    return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
  }

  /** The folder of a file, also of one that is named without a folder. */
  public static Path folderOf(Path file) {
    return file.getParent() == null ? Path.of("") : file.getParent();
  }
}
