package org.unroll.core.yaml;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects mistakes in the order of their places, each once. Not thread-safe. */
final class Mistakes {
  private final SortedSet<Mistake> found = new TreeSet<>();

  void add(Position position, String path, String message) {
    found.add(new Mistake(position, path, message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Mistake> found() {
    return List.copyOf(found);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigException(found());
    }
  }
}
