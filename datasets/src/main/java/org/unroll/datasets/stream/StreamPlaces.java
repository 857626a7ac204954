package org.unroll.datasets.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.UserError;
import org.unroll.core.app.Draft;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.LikelyEncoding;
import org.unroll.datasets.table.PlainTextFile;

/**
 * The texts among files, patterns and folders, in as few names as a config can give them: a folder
 * if nothing below it is to be left out, else those inside it, files of one ending by a pattern.
 */
public final class StreamPlaces {
  private final List<String> names = new ArrayList<>();
  private final List<Path> others = new ArrayList<>();
  private final List<Path> hidden = new ArrayList<>();
  private boolean binary;

  private StreamPlaces() {}

  /**
   * What {@code init} was given; all of it must be there. Files that are all no text are taken as
   * bytes.
   *
   * @throws UserError if a folder is among them, but no text
   */
  public static StreamPlaces of(List<String> given) {
    StreamPlaces places = new StreamPlaces();
    for (String name : given) {
      Path place = PlainTextFile.path("init", name);
      places.names.addAll(
          Files.isDirectory(place) ? places.folder(place) : places.files(name, place));
    }
    if (places.names.isEmpty()) {
      places.asBytes(given);
    }
    return places;
  }

  private void asBytes(List<String> given) {
    if (given.stream().anyMatch(name -> Files.isDirectory(Path.of(name)))) {
      throw new UserError(
          "%s: no text in it%s"
              .formatted(
                  Draft.told(given),
                  others.isEmpty()
                      ? "; name another folder, or files"
                      : ", but %s, which a net can read as bytes only: name files, or a pattern such as %s"
                          .formatted(Draft.told(others), alike(others.get(0)))));
    }
    names.addAll(given);
    others.clear();
    binary = true;
  }

  private static Path alike(Path file) {
    return file.resolveSibling(ending(file).isEmpty() ? "*" : "*." + ending(file));
  }

  /** Whether it is no text. */
  public boolean isBinary() {
    return binary;
  }

  /** What is read, as a config names it. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Files that are no text. */
  public List<Path> others() {
    return List.copyOf(others);
  }

  /** Files and folders that are left out because their names begin with a dot. */
  public List<Path> hidden() {
    return List.copyOf(hidden);
  }

  /** What the names mean: files and folders. */
  public List<Path> read() {
    return FilePattern.files("init", names);
  }

  private List<String> folder(Path folder) {
    hidden.addAll(FolderFiles.hidden(folder));
    int left = others.size();
    List<String> inside = new ArrayList<>();
    Map<String, List<Path>> files = new TreeMap<>();
    for (Path place : FolderFiles.visible(folder)) {
      if (FolderFiles.isFolder(place)) {
        inside.addAll(folder(place));
      } else if (Files.isRegularFile(place)) {
        files.computeIfAbsent(ending(place), key -> new ArrayList<>()).add(place);
      }
    }
    files.forEach(
        (ending, alike) -> inside.addAll(files(folder.resolve("*." + ending).toString(), alike)));
    return inside.isEmpty() || others.size() > left ? inside : List.of(folder + "/");
  }

  /** Empty if a pattern of it might mean something else. */
  private static String ending(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return name.contains(".") && ending.matches("\\w+") ? ending : "";
  }

  private List<String> files(String name, Path place) {
    return files(name, FilePattern.isPattern(place) ? read(name) : List.of(place));
  }

  private static List<Path> read(String name) {
    return FilePattern.files("init", List.of(name));
  }

  /**
   * Those that are texts.
   *
   * @param pattern by which they are named if all are
   */
  private List<String> files(String pattern, List<Path> files) {
    List<Path> texts = new ArrayList<>();
    for (Path file : files) {
      (LikelyEncoding.isText(file) ? texts : others).add(file);
    }
    boolean all = texts.size() == files.size() && files.size() > 1 && !pattern.endsWith("*.");
    return all ? List.of(pattern) : texts.stream().map(Path::toString).toList();
  }
}
