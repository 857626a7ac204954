package org.unroll.datasets.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies and deletes a file, or a folder with all that is in it. Links are not followed. */
final class FolderCopy {
  private FolderCopy() {}

  /** What was at the target is gone afterwards. */
  static void copy(Path source, Path target) throws IOException {
    delete(target);
    for (Path path : paths(source)) {
      Path place = target.resolve(source.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(place);
      } else {
        Files.copy(path, place);
      }
    }
  }

  static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      List<Path> paths = paths(path);
      for (int i = paths.size() - 1; i >= 0; i--) {
        Files.delete(paths.get(i));
      }
    }
  }

  /** Folders before what is in them. */
  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
