package org.unroll.datasets.table;

import java.util.Map;
import java.util.function.BiFunction;
import org.unroll.core.data.Split;

/**
 * Examples in three parts; a part is read from disk when it is asked for.
 *
 * @param <T> what a part is: a list of examples that is not empty, or the series up to its end,
 *     since their windows reach back into earlier parts
 */
public interface Source<T> {
  /**
   * @throws org.unroll.core.UserError if the part is missing or cannot be read
   */
  T read(Split split);

  /**
   * Checks what a part is read from as far as takes no time: files are there and have their
   * columns.
   *
   * @throws org.unroll.core.UserError if not
   */
  default void require(Split split) {}

  /** SHA-256 by file, of what was read so far; empty for generated examples. */
  Map<String, String> digests();

  /** The same with something else made of each part. */
  default <R> Source<R> map(BiFunction<Split, T, R> made) {
    Source<T> original = this;
    return new Source<>() {
      @Override
      public R read(Split split) {
        return made.apply(split, original.read(split));
      }

      @Override
      public void require(Split split) {
        original.require(split);
      }

      @Override
      public Map<String, String> digests() {
        return original.digests();
      }
    };
  }
}
