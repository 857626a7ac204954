package org.unroll.apps.bench;

/**
 * Somebody's implementation of one {@link LayerCase}, ready to be timed. Its batches take turns,
 * and a call goes on where the one before ended. One thread.
 */
interface Contender extends AutoCloseable {
  /** Steps, or passes, that are a fair share of all batches and of all threads. */
  int cycle();

  /** Numbers that it learns, and running statistics. */
  long parameters();

  /**
   * Makes training steps.
   *
   * @return nanoseconds of all together
   */
  long fit(int times);

  /**
   * Makes forward passes without training.
   *
   * @return nanoseconds of all together
   */
  long infer(int times);

  @Override
  void close();
}
