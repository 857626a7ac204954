package org.unroll.datasets.table;

import java.util.Map;
import java.util.function.Function;
import org.unroll.core.data.Split;

/**
 * Examples that are small enough to hold all three parts at once.
 *
 * @param digests SHA-256 by file; none for generated examples
 */
public record InMemorySource<T>(Function<Split, T> parts, Map<String, String> digests)
    implements Source<T> {
  @Override
  public T read(Split split) {
    return parts.apply(split);
  }
}
