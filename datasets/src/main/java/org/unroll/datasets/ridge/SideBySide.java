package org.unroll.datasets.ridge;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.unroll.core.engine.Backend;

/**
 * Fits ridge regressions that need nothing of each other on all processors. One thread computes one
 * regression from its first row to its last, so that no number depends on how many there are.
 */
final class SideBySide {
  private SideBySide() {}

  /**
   * @param count of regressions
   * @param inputs of each
   * @param fit is called once with each number, in any order
   */
  static void fit(int count, int inputs, IntConsumer fit) {
    if (count == 1) {
      fit.accept(0); // with all threads of native code
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Backend.oneThreadEach(
        IntStream.range(0, Math.min(count, most(inputs))),
        lane -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            fit.accept(i);
          }
        });
  }

  /** As many as a quarter of the heap holds: two blocks of rows and three square matrices each. */
  private static int most(int inputs) {
    long bytes = 8L * inputs * (2 * RidgeRows.BLOCK + 3 * inputs);
    return (int) Math.max(1, Runtime.getRuntime().maxMemory() / 4 / bytes);
  }
}
