package org.unroll.core.yaml;

import java.util.Comparator;

/**
 * One mistake with its place.
 *
 * @param path the key from the root; empty for the file as a whole
 */
record Mistake(Position position, String path, String message) implements Comparable<Mistake> {
  private static final Comparator<Mistake> ORDER =
      Comparator.comparing(Mistake::position)
          .thenComparing(Mistake::path)
          .thenComparing(Mistake::message);

  /** Keys and messages of others may hold line breaks; a mistake is one line. */
  Mistake {
    path = path.replaceAll("\\p{Cntrl}+", " ");
    message = message.replaceAll("\\p{Cntrl}+", " ");
  }

  @Override
  public int compareTo(Mistake other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return position + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
