package org.unroll.core.data;

/**
 * A split cut into batches. Batch n of an epoch depends on (seed, epoch, n) alone, so a resumed run
 * needs no stored random state. Implementations are immutable and thread-safe.
 */
public interface Batches {
  /** Batches in one epoch; the same for every epoch. */
  int size();

  /** Examples in one epoch. */
  int examples();

  /**
   * @param epoch from 0
   * @param n from 0 to {@code size() - 1}
   * @return one that may continue the one before it, which of number 0 is the last of the epoch
   *     before. Its arrays are its own, so that the caller may close it
   */
  Batch get(int epoch, int n);
}
