package org.unroll.core.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys of a config by names as short as tell them apart. */
record KeyNames(List<String> keys) {
  KeyNames {
    keys = keys.stream().flatMap(each -> Stream.of(each.split(","))).map(String::strip).toList();
  }

  /**
   * The last parts of a key that no other ends with: {@code encoder.size}, or {@code size}; of
   * several that are one for a search with commas between.
   */
  String shortest(String joined) {
    return Stream.of(joined.split(","))
        .map(key -> shortestOf(key.strip()))
        .collect(Collectors.joining(", "));
  }

  private String shortestOf(String key) {
    int from = key.length();
    while (from > 0) {
      from = key.lastIndexOf('.', from - 1);
      String end = key.substring(from + 1);
      boolean alone =
          keys.stream()
              .filter(other -> !other.equals(key))
              .noneMatch(other -> ("." + other).endsWith("." + end));
      if (alone) {
        return end;
      }
    }
    return key;
  }
}
