package org.unroll.core.data;

import java.util.Arrays;
import java.util.List;

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

  /** The chosen ones. */
  public static <T> List<T> of(List<T> examples, int most) {
    return Arrays.stream(of(examples.size(), most)).mapToObj(examples::get).toList();
  }
}
