package org.unroll.apps.bench;

/** Somebody's implementation of one {@link LayerCase}, ready to be timed. One thread. */
interface Contender extends AutoCloseable {
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
