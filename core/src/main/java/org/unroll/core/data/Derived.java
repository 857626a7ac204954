package org.unroll.core.data;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * What is made of the items of a list, in their order. Of few it is kept; of many it is made anew
 * whenever it is asked for: the words of a text take ten times the memory of the text.
 */
public final class Derived<T, R> extends AbstractList<R> implements RandomAccess {
  /** Words of so many texts are some ten megabytes. */
  private static final int FEW = 10_000;

  private final List<T> items;
  private final Function<T, R> made;

  private Derived(List<T> items, Function<T, R> made) {
    this.items = items;
    this.made = made;
  }

  /**
   * @param made of an item, a pure function, which several threads may call
   */
  public static <T, R> List<R> of(List<T> items, Function<T, R> made) {
    return items.size() <= FEW
        ? Parallel.stream(items).map(made).toList()
        : new Derived<>(items, made);
  }

  @Override
  public R get(int index) {
    return made.apply(items.get(index));
  }

  @Override
  public int size() {
    return items.size();
  }
}
