package org.unroll.core.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list whose items are made or looked up whenever they are asked for: memory may not hold them.
 * Immutable, and thread-safe if what it looks them up in is.
 */
public final class ListView<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private final IntFunction<T> items;

  private ListView(int size, IntFunction<T> items) {
    this.size = size;
    this.items = items;
  }

  /**
   * @param items a pure function of the place
   */
  public static <T> List<T> of(int size, IntFunction<T> items) {
    return new ListView<>(size, items);
  }

  /**
   * Some of a list's, a view if that is one.
   *
   * @param places where they stand there; not to be changed
   */
  public static <T> List<T> selected(List<T> all, int[] places) {
    return all instanceof ListView
        ? of(places.length, place -> all.get(places[place]))
        : Arrays.stream(places).mapToObj(all::get).toList();
  }

  /** The items of several lists, one list after the other; a view if one of them is. */
  public static <T> List<T> joined(List<List<T>> parts) {
    if (parts.stream().noneMatch(ListView.class::isInstance)) {
      return parts.stream().flatMap(List::stream).toList();
    }
    List<List<T>> kept =
        parts.stream().filter(part -> !part.isEmpty()).map(ListView::kept).toList();
    int[] ends = new int[kept.size()];
    for (int part = 0; part < ends.length; part++) {
      ends[part] = Math.addExact(part == 0 ? 0 : ends[part - 1], kept.get(part).size());
    }
    return of(ends.length == 0 ? 0 : ends[ends.length - 1], place -> at(kept, ends, place));
  }

  private static <T> T at(List<List<T>> parts, int[] ends, int place) {
    int found = Arrays.binarySearch(ends, place + 1);
    int part = found < 0 ? -found - 1 : found;
    return parts.get(part).get(place - (part == 0 ? 0 : ends[part - 1]));
  }

  /** An immutable list of the same: itself if it is a view, else a copy. */
  public static <T> List<T> kept(List<T> items) {
    return items instanceof ListView<T> ? items : List.copyOf(items);
  }

  @Override
  public T get(int place) {
    if (place < 0 || place >= size) {
      throw new IndexOutOfBoundsException("place %d of %d".formatted(place, size));
    }
    return items.apply(place);
  }

  @Override
  public int size() {
    return size;
  }
}
