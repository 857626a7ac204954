package org.unroll.core.data;

import java.util.List;
import java.util.stream.Stream;

/** Work on each of many items, by all processors. */
public final class Parallel {
  /** Waking other threads takes longer than what is done with fewer. */
  private static final int MANY = 256;

  private Parallel() {}

  /** The items in their order, on several threads only if there are many. */
  public static <T> Stream<T> stream(List<T> items) {
    return items.size() < MANY ? items.stream() : items.parallelStream();
  }
}
