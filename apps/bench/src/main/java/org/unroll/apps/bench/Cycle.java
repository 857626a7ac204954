package org.unroll.apps.bench;

import java.util.List;

/** Items that take turns, the first again after the last. Not thread-safe. */
public final class Cycle<T> {
  private final List<T> items;
  private int next;

  public Cycle(List<T> items) {
    this.items = items;
  }

  public T next() {
    T item = items.get(next);
    next = (next + 1) % items.size();
    return item;
  }

  public int size() {
    return items.size();
  }
}
