package org.unroll.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

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

  /**
   * As many as are not larger together than a bound, if all are alike; at least one.
   *
   * @param size of an example
   */
  public static <T> List<T> within(List<T> examples, ToIntFunction<T> size, long most) {
    long all = examples.stream().mapToLong(size::applyAsInt).sum();
    int share = (int) (examples.size() * (double) most / Math.max(1, all));
    return all <= most
        ? examples
        : ListView.selected(examples, of(examples.size(), Math.max(1, share)));
  }

  /** The chosen ones. */
  public static <T> List<T> of(List<T> examples, int most) {
    return Arrays.stream(of(examples.size(), most)).mapToObj(examples::get).toList();
  }
}
