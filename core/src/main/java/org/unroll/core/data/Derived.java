package org.unroll.core.data;

import java.util.List;
import java.util.function.Function;

/**
 * What is made of the items of a list, in their order. Of few it is kept; of many, or of those that
 * memory may not hold, it is made anew whenever it is asked for: the words of a text take ten times
 * the memory of the text.
 */
public final class Derived {
  /** Words of so many texts are some ten megabytes. */
  private static final int FEW = 10_000;

  private Derived() {}

  /**
   * @param made of an item, a pure function, which several threads may call
   */
  public static <T, R> List<R> of(List<T> items, Function<T, R> made) {
    return items.size() <= FEW && !(items instanceof ListView)
        ? Parallel.stream(items).map(made).toList()
        : ListView.of(items.size(), place -> made.apply(items.get(place)));
  }
}
