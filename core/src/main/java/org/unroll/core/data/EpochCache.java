package org.unroll.core.data;

import java.util.function.IntFunction;

/**
 * Keeps what was made for the epoch last asked for, since its batches are asked for one by one.
 * Thread-safe.
 */
public final class EpochCache<T> {
  private final IntFunction<T> plan;
  private volatile Entry<T> last; // only a cache: the plan is pure

  private record Entry<T>(int epoch, T value) {}

  /**
   * @param plan a pure function of the epoch's number
   */
  public EpochCache(IntFunction<T> plan) {
    this.plan = plan;
  }

  /** What the plan makes of this epoch. */
  public T get(int epoch) {
    Entry<T> present = last;
    if (present == null || present.epoch() != epoch) {
      present = new Entry<>(epoch, plan.apply(epoch));
      last = present;
    }
    return present.value();
  }
}
