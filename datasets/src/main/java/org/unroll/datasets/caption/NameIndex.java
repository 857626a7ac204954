package org.unroll.datasets.caption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.unroll.datasets.table.BadCell;

/**
 * Finds the pictures that captions name, though folders or the ending may be missing on one side:
 * {@code 1.jpg}, {@code train/1.jpg}, {@code C:\data\train\1.jpg} and {@code 1} are all {@code
 * train/1.jpg}, if there is no other of that name. Immutable and thread-safe.
 */
final class NameIndex {
  private static final Pattern ENDING = Pattern.compile("(?i)\\.(jpg|jpeg|png|bmp|webp|gif)$");

  private final Set<String> names;
  private final Map<String, List<String>> byFile = new HashMap<>();
  private final Map<String, List<String>> byStem = new HashMap<>();

  /**
   * @param names paths with {@code /}
   */
  NameIndex(Collection<String> names) {
    this.names = new LinkedHashSet<>(names);
    for (String name : this.names) {
      byFile.computeIfAbsent(file(name), key -> new ArrayList<>()).add(name);
      byStem.computeIfAbsent(stem(file(name)), key -> new ArrayList<>()).add(name);
    }
  }

  /** A name without the ending of a picture. */
  static String stem(String name) {
    return ENDING.matcher(name).replaceFirst("");
  }

  /** Whether a file may be meant to be a picture: not if it is a text, a table or an archive. */
  static boolean mayBePicture(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.matches(".*\\.(csv|tsv|jsonl?|txt|token|md|gz|zip|npy|ya?ml)");
  }

  private static String file(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * The name that is meant.
   *
   * @throws BadCell if several may be
   */
  Optional<String> find(String wanted) {
    String name = wanted.replace('\\', '/').replaceFirst("^(\\./)+", "");
    if (names.contains(name)) {
      return Optional.of(name);
    }
    List<String> found = byFile.getOrDefault(file(name), List.of());
    if (found.isEmpty()) {
      found = byStem.getOrDefault(stem(file(name)), List.of());
      found = found.stream().filter(each -> hasEnding(each) != hasEnding(name)).toList();
    }
    if (found.size() > 1) {
      found = agreeing(found, name);
    }
    return found.stream().findFirst();
  }

  private static boolean hasEnding(String name) {
    return ENDING.matcher(name).find();
  }

  /** The one whose folders are those that are wanted, as far as both name them. */
  private static List<String> agreeing(List<String> found, String name) {
    List<String> agreeing =
        found.stream()
            .filter(each -> stem(each).endsWith("/" + stem(name)) || ends(name, each))
            .toList();
    if (agreeing.size() == 1) {
      return agreeing;
    }
    throw new BadCell(
        "several pictures are called '%s', such as %s and %s; name the one with its folder"
            .formatted(name, found.get(0), found.get(1)));
  }

  private static boolean ends(String name, String found) {
    return stem(name).endsWith("/" + stem(found));
  }
}
