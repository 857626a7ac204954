package org.unroll.datasets.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.data.Split;

/**
 * Files or folders that {@code init} was given, by what their names say: {@code train.csv}, {@code
 * dev.csv} and {@code test.csv} are the parts of a data set, all others one set of examples.
 *
 * @param source those to cut; empty if each part has its own
 * @param parts by split; a test part may stand beside a source
 */
public record GivenFiles(List<Path> source, Map<Split, Path> parts) {
  private static final Map<Split, Set<String>> WORDS =
      Map.of(
          Split.TRAIN, Set.of("train", "training"),
          Split.VALIDATION, Set.of("validation", "valid", "val", "dev", "development"),
          Split.TEST, Set.of("test", "testing", "eval", "heldout"));

  /** By their names. */
  public static GivenFiles of(List<Path> files) {
    Map<Split, Path> parts = new EnumMap<>(Split.class);
    for (Path file : files) {
      Optional<Split> split = split(file);
      if (split.isEmpty() || parts.put(split.get(), file) != null) {
        return new GivenFiles(files, Map.of());
      }
    }
    if (parts.containsKey(Split.TRAIN) && parts.containsKey(Split.VALIDATION)) {
      return new GivenFiles(List.of(), parts);
    }
    boolean cut = parts.containsKey(Split.TRAIN) && parts.containsKey(Split.TEST);
    return cut
        ? new GivenFiles(List.of(parts.get(Split.TRAIN)), Map.of(Split.TEST, parts.get(Split.TEST)))
        : new GivenFiles(files, Map.of());
  }

  /** The part that a name tells. */
  public static Optional<Split> split(Path file) {
    List<String> words =
        List.of(file.getFileName().toString().toLowerCase(Locale.ROOT).split("[^a-z]+"));
    for (Split split : Split.values()) {
      if (words.stream().anyMatch(WORDS.get(split)::contains)) {
        return Optional.of(split);
      }
    }
    return Optional.empty();
  }

  /** Whether each part has a file of its own. */
  public boolean isCut() {
    return source.isEmpty();
  }

  /** What is trained on, and what the epoch is chosen on. */
  public List<Path> training() {
    List<Path> files = new ArrayList<>(source);
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
      Optional.ofNullable(parts.get(split)).ifPresent(files::add);
    }
    return files;
  }

  /** A test part that the config cannot name beside a source. */
  public Optional<Path> apart() {
    return isCut() ? Optional.empty() : Optional.ofNullable(parts.get(Split.TEST));
  }
}
