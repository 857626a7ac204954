package org.unroll.core.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.yaml.NearestName;

/**
 * The notebooks of the project: Markdown files with cells in the folders of the apps. {@code
 * apps/<app>/notebook.md} is called as its app, any other as its file.
 */
final class NotebookFinder {
  private static final String OF_APP = "notebook.md";

  private final Path home;

  /**
   * @param home the checkout
   */
  NotebookFinder(Path home) {
    this.home = home;
  }

  /** Name to file, in the order of their names. */
  Map<String, Path> all() {
    Map<String, Path> notebooks = new TreeMap<>();
    for (Path app : list(home.resolve("apps"))) {
      for (Path file : Files.isDirectory(app) ? list(app) : List.<Path>of()) {
        if (hasCells(file)) {
          notebooks.put(name(file), file);
        }
      }
    }
    return notebooks;
  }

  /**
   * @param name of a notebook, or the path of any Markdown file
   * @throws UserError with the nearest names if there is none
   */
  Path find(String name) {
    Path path = Path.of(name);
    if (name.endsWith(".md")) {
      if (!Files.exists(path)) {
        throw new UserError(name + ": there is no such file; check the path");
      }
      return path;
    }
    Map<String, Path> all = all();
    if (!all.containsKey(name)) {
      throw new UserError("no notebook '" + name + "'" + NearestName.suggest(name, all.keySet()));
    }
    return all.get(name);
  }

  static String name(Path file) {
    String name = file.getFileName().toString();
    Path folder = file.toAbsolutePath().getParent();
    return name.equals(OF_APP) ? folder.getFileName().toString() : name.replaceFirst("\\.md$", "");
  }

  private static boolean hasCells(Path file) {
    try {
      return file.toString().endsWith(".md")
          && Files.readString(file).lines().anyMatch(line -> line.strip().equals("```java"));
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e, e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UserError(
          "cannot read " + folder + ": " + e + "; notebooks are found in a checkout, by ./unroll",
          e);
    }
  }
}
