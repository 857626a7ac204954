package org.unroll.core.data;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unroll.core.Json;
import org.unroll.core.UserError;

/**
 * The classes that a training split has. Immutable and thread-safe.
 *
 * @param names in the order of their numbers, which is that of the head's units
 */
public record Classes(List<String> names) {
  private static final String FILE = "classes.json";
  private static final int SHOWN = 10;

  public Classes {
    names = List.copyOf(names);
  }

  /**
   * Sorts them: numbers by value, other names by text.
   *
   * @param what the examples are called in messages, such as texts
   * @throws UserError if all examples have the same class
   */
  public static Classes fit(List<? extends Labelled<?>> training, String what) {
    Set<String> names = new HashSet<>();
    training.forEach(example -> names.add(example.label()));
    return of(names, what);
  }

  /**
   * The same of the names that occur.
   *
   * @throws UserError if there is but one
   */
  public static Classes of(Set<String> names, String what) {
    if (names.size() < 2) {
      throw new UserError(
          "the training %s have one class only ('%s'): expected at least two; check data.columns.label"
              .formatted(what, names.iterator().next()));
    }
    return sorted(names);
  }

  /** Any number of names, in their order. */
  public static Classes sorted(Set<String> names) {
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(Comparator.naturalOrder());
    if (sorted.stream().allMatch(name -> name.matches("-?\\d{1,9}"))) {
      sorted.sort(Comparator.comparingInt(Integer::parseInt)); // 07 and 7 stay as they are
    }
    return new Classes(sorted);
  }

  public int size() {
    return names.size();
  }

  /**
   * The number of each example's class.
   *
   * @throws UserError if the training split does not have the class of one
   */
  public int[] numbers(List<? extends Labelled<?>> examples) {
    return examples.stream().mapToInt(this::number).toArray();
  }

  private int number(Labelled<?> example) {
    int number = names.indexOf(example.label());
    if (number < 0) {
      throw new UserError(
          "%s: the class \"%s\" does not occur in the training data, which has %s. Mend it, or train with examples of this class."
              .formatted(example.origin(), example.label(), shown()));
    }
    return number;
  }

  private String shown() {
    int shown = Math.min(SHOWN, size());
    String more = shown < size() ? " and %d more".formatted(size() - shown) : "";
    return String.join(", ", names.subList(0, shown)) + more;
  }

  /** Writes a file into an existing folder. */
  public void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), names);
  }

  /** Reads what {@link #save} wrote. */
  public static Classes load(Path folder) {
    try {
      return new Classes(
          Json.MAPPER.readValue(folder.resolve(FILE).toFile(), new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
