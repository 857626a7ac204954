package org.unroll.datasets.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.DataFolder;

/**
 * Examples that are small enough to hold all three parts at once.
 *
 * @param digests SHA-256 by file; none for generated examples
 */
public record InMemorySource<T>(Function<Split, T> parts, Map<String, String> digests)
    implements Source<T> {
  /** A data set of the catalogue. */
  public static <E> Source<List<E>> of(Splits<E> splits, DataFolder folder) {
    return new InMemorySource<>(splits::part, folder.digests());
  }

  /** Generated examples. */
  public static <E> Source<List<E>> generated(Splits<E> splits) {
    return new InMemorySource<>(splits::part, Map.of());
  }

  @Override
  public T read(Split split) {
    return parts.apply(split);
  }
}
