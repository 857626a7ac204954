package org.unroll.datasets.pair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.text.LanguageName;

/**
 * Files of which one translates another line by line: their names differ in the language alone, as
 * {@code train.de} and {@code train.en} do.
 *
 * @param source what the names of the files to translate from say, such as {@code de}
 * @param target what those of their translations say
 * @param pairs translations by source
 * @param others that belong to none
 */
public record ParallelFiles(
    String source, String target, Map<Path, Path> pairs, List<Path> others) {
  private static final List<String> SOURCES = List.of("src", "source");
  private static final List<String> TARGETS = List.of("tgt", "trg", "target");

  /** Two languages, and the files whose names tell them. */
  private record Found(String source, String target) {
    boolean isKnown() {
      return isKnown(source) && isKnown(target);
    }

    private static boolean isKnown(String word) {
      return SOURCES.contains(word) || TARGETS.contains(word) || LanguageName.of(word).isPresent();
    }

    Found turned() {
      return new Found(target, source);
    }

    int length() {
      return source.length() + target.length();
    }
  }

  /**
   * @param source the language to translate from if the user said so
   * @param target the language of the translations if the user did
   * @return nothing if no two names belong together
   * @throws UserError if there are more than two languages, or not those that were asked for
   */
  public static Optional<ParallelFiles> of(
      List<Path> files, Optional<String> source, Optional<String> target) {
    Map<Found, Map<Path, Path>> found = found(files);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Found chosen = chosen(found, source, target);
    Map<Path, Path> pairs = new LinkedHashMap<>(found.get(chosen));
    List<Path> others = new ArrayList<>(files);
    others.removeIf(file -> pairs.containsKey(file) || pairs.containsValue(file));
    return Optional.of(new ParallelFiles(chosen.source(), chosen.target(), pairs, others));
  }

  /** All pairs of files, by their languages, in both directions. */
  private static Map<Found, Map<Path, Path>> found(List<Path> files) {
    Map<Found, Map<Path, Path>> found = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      for (int j = i + 1; j < files.size(); j++) {
        Path first = files.get(i);
        Path second = files.get(j);
        Optional<Found> languages = difference(words(first), words(second));
        if (languages.isPresent()) {
          Found there = languages.get();
          found.computeIfAbsent(there, key -> new LinkedHashMap<>()).put(first, second);
          found.computeIfAbsent(there.turned(), key -> new LinkedHashMap<>()).put(second, first);
        }
      }
    }
    return found;
  }

  private static List<String> words(Path file) {
    return List.of(file.toString().split("[^\\p{L}\\p{N}]+"));
  }

  /** What stands between the words that both names begin and end with, if it names no split. */
  private static Optional<Found> difference(List<String> one, List<String> other) {
    int least = Math.min(one.size(), other.size());
    int start = 0;
    while (start < least && one.get(start).equals(other.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && one.get(one.size() - 1 - end).equals(other.get(other.size() - 1 - end))) {
      end++;
    }
    String first = String.join("-", one.subList(start, one.size() - end));
    String second = String.join("-", other.subList(start, other.size() - end));
    boolean apart = !first.isEmpty() && !second.isEmpty();
    return apart && !isSplit(first) && !isSplit(second)
        ? Optional.of(new Found(first, second))
        : Optional.empty();
  }

  private static boolean isSplit(String words) {
    return GivenFiles.split(Path.of(words)).isPresent();
  }

  private static Found chosen(
      Map<Found, Map<Path, Path>> found, Optional<String> source, Optional<String> target) {
    List<Found> best = new ArrayList<>();
    for (Found each : found.keySet()) {
      boolean wanted =
          source.filter(word -> !word.equals(each.source())).isEmpty()
              && target.filter(word -> !word.equals(each.target())).isEmpty();
      if (wanted) {
        best.add(each);
      }
    }
    if (best.isEmpty()) {
      throw new UserError(
          "no two files that translate%s%s; their names tell %s"
              .formatted(
                  source.map(word -> " from " + word).orElse(""),
                  target.map(word -> " to " + word).orElse(""),
                  languages(found.keySet())));
    }
    best.sort((a, b) -> compare(a, b, found));
    Found first = best.get(0);
    refuseOthers(best, first, found);
    return SOURCES.contains(first.target()) || TARGETS.contains(first.source())
        ? first.turned()
        : first;
  }

  /** Three languages are three pairs. */
  private static void refuseOthers(
      List<Found> best, Found first, Map<Found, Map<Path, Path>> found) {
    for (Found other : best) {
      boolean same = other.equals(first) || other.equals(first.turned());
      if (!same && other.isKnown() && found.get(other).size() == found.get(first).size()) {
        throw new UserError(
            "the names of the files tell more than two languages (%s): say by --source and --target which are meant"
                .formatted(languages(found.keySet())));
      }
    }
  }

  /** The names of languages first, then those of most files, then the shortest. */
  private static int compare(Found a, Found b, Map<Found, Map<Path, Path>> found) {
    if (a.isKnown() != b.isKnown()) {
      return a.isKnown() ? -1 : 1;
    }
    int more = found.get(b).size() - found.get(a).size();
    return more != 0 ? more : a.length() - b.length(); // else in the order of the files
  }

  private static String languages(Set<Found> found) {
    Set<String> names = new LinkedHashSet<>();
    found.stream().filter(Found::isKnown).forEach(each -> names.add(each.source()));
    found.stream().filter(each -> names.isEmpty()).forEach(each -> names.add(each.source()));
    return String.join(", ", names);
  }
}
