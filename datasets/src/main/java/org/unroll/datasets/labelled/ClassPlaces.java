package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.LikelyEncoding;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableLayout;

/**
 * Files or folders of which each holds the texts of one class.
 *
 * @param counts texts by class, in the order of the places
 * @param texts some of each class
 */
public record ClassPlaces(
    List<Path> places, Optional<String> encoding, Map<String, Integer> counts, ColumnSketch texts) {
  /** Texts that are looked at, of each class. */
  private static final int LOOKED_AT = 1_000;

  /**
   * @throws UserError if there are less than two, or one holds no texts
   */
  public static ClassPlaces of(List<Path> places) {
    if (places.isEmpty()) {
      throw new UserError("the folder is empty; expected texts, or a folder for each class");
    }
    if (places.size() < 2) {
      throw new UserError(
          places.get(0)
              + ": no table with a column of classes, and alone; expected such a table, or a file or a folder for each class");
    }
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      files.addAll(texts(place).subList(0, Math.min(LOOKED_AT, texts(place).size())));
    }
    Optional<String> encoding = LikelyEncoding.common(files);
    TableLayout layout = TableLayout.in(encoding);
    Map<String, Integer> counts = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    List<String> classes = names(places);
    for (int i = 0; i < places.size(); i++) {
      counts.put(classes.get(i), count(places.get(i), layout, texts));
    }
    return new ClassPlaces(places, encoding, counts, new ColumnSketch("text", texts));
  }

  private static List<Path> texts(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    List<Path> files = FolderFiles.visible(place).stream().filter(Files::isRegularFile).toList();
    if (files.isEmpty()) {
      throw new UserError(place + ": is a folder without texts; expected a file for each");
    }
    return files;
  }

  /** How many texts there are; the first ones are added to {@code texts}. */
  private static int count(Path place, TableLayout layout, List<String> texts) {
    boolean folder = Files.isDirectory(place);
    int count = 0;
    int looked = 0;
    for (Path file : texts(place)) {
      count++;
      if (folder && looked++ < LOOKED_AT) {
        texts.add(String.join(" ", lines(file, layout)).strip());
      } else if (!folder) {
        List<String> lines = lines(file, layout);
        texts.addAll(lines.subList(0, Math.min(LOOKED_AT, lines.size())));
        count = lines.size();
      }
    }
    return count;
  }

  private static List<String> lines(Path file, TableLayout layout) {
    try (LineReader reader = layout.lines(file)) {
      List<String> lines = new ArrayList<>();
      for (Optional<String> line = reader.nextFilled();
          line.isPresent();
          line = reader.nextFilled()) {
        lines.add(line.get());
      }
      return lines;
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** The names of the places less the words that all have: {@code pos} and {@code neg}. */
  static List<String> names(List<Path> places) {
    List<String> whole = places.stream().map(place -> place.getFileName().toString()).toList();
    Set<String> shared = new HashSet<>(words(whole.get(0)));
    whole.forEach(name -> shared.retainAll(words(name)));
    List<String> names = new ArrayList<>();
    for (String name : whole) {
      names.add(String.join("-", words(name).stream().filter(w -> !shared.contains(w)).toList()));
    }
    boolean tell = !names.contains("") && new HashSet<>(names).size() == names.size();
    return tell ? names : whole;
  }

  private static List<String> words(String name) {
    return List.of(name.split("[^\\p{L}\\p{N}]+"));
  }
}
