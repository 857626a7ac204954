package org.unroll.datasets.table;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;

/** Files of the user's, some of them named by a pattern such as {@code data/load-*.csv}. */
public final class FilePattern {
  private FilePattern() {}

  /**
   * Their paths, those of a pattern in the order of their names.
   *
   * @param key of the config, for messages
   * @throws UserError if a pattern finds none, or a file is named twice
   */
  public static List<Path> files(String key, List<String> names) {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      files.addAll(files(key, name));
    }
    for (int i = 0; i < files.size(); i++) {
      if (files.subList(0, i).contains(files.get(i))) {
        throw new UserError(key + ": " + files.get(i) + " is named twice; name it once");
      }
    }
    return files;
  }

  private static List<Path> files(String key, String name) {
    Path path = PlainTextFile.path(key, name);
    return isPattern(path) ? matching(key, path) : List.of(path);
  }

  /** Whether a name, or a pattern, of the config means a file. */
  public static boolean means(String name, Path file) {
    Path path = Path.of(name);
    if (!isPattern(path)) {
      return path.equals(file);
    }
    return FolderFiles.folderOf(path).equals(FolderFiles.folderOf(file))
        && path.getFileSystem()
            .getPathMatcher("glob:" + path.getFileName())
            .matches(file.getFileName());
  }

  /** Whether no file is called so, but a wildcard stands in the name. */
  public static boolean isPattern(Path path) {
    return path.getFileName() != null
        && path.getFileName().toString().matches(".*[*?].*")
        && !Files.exists(path);
  }

  private static List<Path> matching(String key, Path pattern) {
    Path folder = FolderFiles.folderOf(pattern);
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, pattern.getFileName().toString())) {
      for (Path file : found) {
        if (Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".")) {
          files.add(folder.resolve(file.getFileName()));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new UserError(
          "%s: %s cannot be listed; check the path"
              .formatted(key, folder.toString().isEmpty() ? "the folder" : folder),
          e);
    }
    if (files.isEmpty()) {
      throw new UserError("%s: no file matches %s; check the path".formatted(key, pattern));
    }
    files.sort(null);
    return files;
  }
}
