package org.unroll.core.search;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;

/**
 * All combinations of the values that keys are tried with.
 *
 * @param keys in the order in which they were given
 */
record SearchSpace(List<SearchedKey> keys) {
  /** More combinations than anybody trains. */
  private static final double LARGEST_GRID = 10_000;

  SearchSpace {
    keys = List.copyOf(keys);
  }

  /**
   * @param over what stands behind each {@code --over}
   * @throws UserError with all mistakes
   */
  static SearchSpace parse(List<String> over) {
    if (over.isEmpty()) {
      throw new UserError(
          "nothing to search: name a key with its values, such as --over graph.encoder.size=32,64"
              + " or --over train.updater.adam=1e-4..1e-2:log");
    }
    List<SearchedKey> keys = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    for (String each : over) {
      try {
        SearchedKey key = SearchedKey.parse(each);
        keys.stream()
            .filter(key::meets)
            .findFirst()
            .ifPresent(other -> mistakes.add(twice(key, other)));
        keys.add(key);
      } catch (UserError e) {
        mistakes.add(e.getMessage());
      }
    }
    if (!mistakes.isEmpty()) {
      throw new UserError(String.join("\n", mistakes));
    }
    return new SearchSpace(keys);
  }

  private static String twice(SearchedKey key, SearchedKey other) {
    return "--over %s: %s is searched already by --over %s: leave out one"
        .formatted(key.over(), other.key(), other.over());
  }

  /**
   * A value a key, by chance.
   *
   * @param number from 1
   */
  List<String> draw(long seed, int number) {
    return keys.stream().map(key -> key.draw(seed, number)).toList();
  }

  /**
   * Every combination of listed values, that of the last key changing first.
   *
   * @throws UserError if a key has a range, or there are too many
   */
  List<List<String>> grid() {
    List<List<String>> grid = List.of(List.of());
    for (SearchedKey key : keys) {
      if (!(key.values() instanceof SearchedValues.Listed listed)) {
        throw new UserError(
            "--grid tries all combinations of listed values, and --over %s is a range: list its values, or leave out --grid"
                .formatted(key.over()));
      }
      List<List<String>> longer = new ArrayList<>();
      for (List<String> before : grid) {
        for (String value : listed.values()) {
          List<String> values = new ArrayList<>(before);
          values.add(value);
          longer.add(values);
        }
      }
      grid = longer;
      if (grid.size() > LARGEST_GRID) {
        throw new UserError(
            "--grid has more than 10,000 combinations: list fewer values, or leave out --grid");
      }
    }
    return grid;
  }

  /** How many combinations there are; infinite with numbers that are not whole. */
  double count() {
    return keys.stream().mapToDouble(key -> key.values().count()).reduce(1, (a, b) -> a * b);
  }

  /** The values as settings of the config. */
  List<String> settings(List<String> values) {
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      settings.addAll(keys.get(i).settings(values.get(i)));
    }
    return settings;
  }
}
