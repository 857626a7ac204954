package org.unroll.datasets.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.unroll.core.data.Split;

/**
 * A source that is opened when it is first read, and each part of which is read once: a trained net
 * is mostly asked about other data than its own, which may be gone. Not thread-safe.
 */
public final class LazySource<T> implements Source<T> {
  private final Supplier<Source<T>> opening;
  private final Map<Split, T> parts = new EnumMap<>(Split.class);
  private Optional<Source<T>> opened = Optional.empty();

  /**
   * @param opening is called once, or never
   */
  public LazySource(Supplier<Source<T>> opening) {
    this.opening = opening;
  }

  @Override
  public T read(Split split) {
    return parts.computeIfAbsent(split, opened()::read);
  }

  @Override
  public void require(Split split) {
    if (!parts.containsKey(split)) {
      opened().require(split);
    }
  }

  private Source<T> opened() {
    if (opened.isEmpty()) {
      opened = Optional.of(opening.get());
    }
    return opened.get();
  }

  @Override
  public Map<String, String> digests() {
    return opened.map(Source::digests).orElse(Map.of());
  }
}
