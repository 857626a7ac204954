package org.unroll.core.search;

import java.util.List;

/** Keys of a config by names as short as tell them apart. */
record KeyNames(List<String> keys) {
  /** The last parts of a key that no other ends with: {@code encoder.size}, or {@code size}. */
  String shortest(String key) {
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
