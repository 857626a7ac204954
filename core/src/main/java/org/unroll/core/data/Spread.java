package org.unroll.core.data;

import java.util.Arrays;

/** A few of many examples, evenly spread, so that data sorted by class shows every class. */
public final class Spread {
  private Spread() {}

  /**
   * @return numbers of the chosen examples, ascending; all of them if there are no more
   */
  public static int[] of(int examples, int most) {
    int[] chosen = new int[Math.min(most, examples)];
    Arrays.setAll(chosen, i -> (int) ((long) i * examples / chosen.length));
    return chosen;
  }
}
