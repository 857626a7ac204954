package org.unroll.core.data;

import java.util.ArrayList;
import java.util.List;

/** Takes items one by one, and makes an immutable list of them. Not thread-safe. */
public interface ListBuilder<T> {
  /** Adds an item behind the others. */
  void add(T item);

  /** What was added, in this order; afterwards nothing is to be added. */
  List<T> build();

  /** Of items that memory holds. */
  static <T> ListBuilder<T> inMemory() {
    List<T> items = new ArrayList<>();
    return new ListBuilder<>() {
      @Override
      public void add(T item) {
        items.add(item);
      }

      @Override
      public List<T> build() {
        return List.copyOf(items);
      }
    };
  }
}
