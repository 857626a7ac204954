package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.data.LineReader;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.PlainTextFile;

/**
 * Which of the places that a user named hold captions, lists of names, and pictures.
 *
 * @param captions files, or a folder with a text beside each picture
 * @param lists names of pictures by part
 * @param pictures folders and archives
 * @param others that are none of these
 */
public record CaptionPlaces(
    List<Path> captions, Map<Split, Path> lists, List<Path> pictures, List<Path> others) {
  private static final Map<Split, List<String>> WORDS =
      Map.of(
          Split.TRAIN, List.of("train"),
          Split.VALIDATION, List.of("val", "dev"),
          Split.TEST, List.of("test"));

  /** Words by which a file of a folder is told from notes and licences. */
  private static final Set<String> ENDINGS = Set.of("csv", "tsv", "jsonl", "json", "txt", "token");

  /** By looking at them. */
  public static CaptionPlaces of(List<Path> places) {
    CaptionPlaces found =
        new CaptionPlaces(
            new ArrayList<>(), new EnumMap<>(Split.class), new ArrayList<>(), new ArrayList<>());
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        found.addFolder(place);
      } else {
        found.addFile(place);
      }
    }
    return found;
  }

  private void addFolder(Path folder) {
    List<String> names = PictureFolder.of(folder).names();
    List<String> stems =
        names.stream()
            .filter(name -> !NameIndex.stem(name).equals(name))
            .map(NameIndex::stem)
            .toList();
    if (!stems.isEmpty()) {
      pictures.add(folder);
    }
    long described =
        stems.stream().filter(stem -> Files.exists(folder.resolve(stem + ".txt"))).count();
    if (2 * described > stems.size()) {
      captions.add(folder);
      return;
    }
    for (Path file : FolderFiles.visible(folder)) {
      if (Files.isRegularFile(file) && (isText(file) || PicturePlace.isZip(file))) {
        addFile(file);
      }
    }
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private void addFile(Path file) {
    if (PicturePlace.isZip(file)) {
      pictures.add(file);
    } else if (!isText(file)) {
      others.add(file);
    } else if (isList(file)) {
      Optional<Split> part = part(file);
      if (part.isEmpty() || lists.putIfAbsent(part.get(), file) != null) {
        others.add(file);
      }
    } else {
      captions.add(file);
    }
  }

  /** Whether its first line is the name of a picture and nothing more. */
  private static boolean isList(Path file) {
    if (file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.jsonl?(\\.gz)?")) {
      return false;
    }
    PlainTextFile.requireThere(file);
    try (LineReader lines = PlainTextFile.lines(file)) {
      String first = lines.nextFilled().orElse("").strip();
      boolean name = !NameIndex.stem(first).equals(first) && !first.matches(".*[\t,|;].*");
      return name || !CaptionSketch.mayBe(file);
    } catch (IOException e) {
      return false; // what is wrong with it is said when it is read
    }
  }

  /** The part that a name tells, also within a word: {@code Flickr_8k.trainImages.txt}. */
  private static Optional<Split> part(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (Split split : Split.values()) {
      if (WORDS.get(split).stream().anyMatch(name::contains)) {
        return Optional.of(split);
      }
    }
    return Optional.empty();
  }

  /** Whether there are lists enough to cut by. */
  public boolean hasLists() {
    return lists.containsKey(Split.TRAIN) && lists.containsKey(Split.VALIDATION);
  }
}
