package org.unroll.core.layer.onednn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.unroll.core.layer.array.StepMask;

/**
 * How a batch padded on the right is read with little padding: the longest examples come first, and
 * the further a stretch of steps lies, the fewer of them it has. Steps and rows come in fours, so
 * that few primitives serve all batches. Immutable.
 *
 * @param order the examples, the longest first
 * @param all from the first step to the last
 */
record Stretches(int[] order, List<Stretch> all) {
  private static final int FOUR = 4;
  private static final int FEWEST = 8; // examples: below, a pass costs more than padding
  private static final int MOST = 4; // stretches: each costs a call

  /**
   * Some steps in a row.
   *
   * @param rows examples, the first of the order; may be more than there are
   */
  record Stretch(int from, int steps, int rows) {}

  static Stretches of(StepMask mask) {
    int[] order =
        IntStream.range(0, mask.batch())
            .boxed()
            .sorted(Comparator.comparingInt(example -> -mask.length(example)))
            .mapToInt(Integer::intValue)
            .toArray();
    int longest = mask.length(order[0]);
    int unit = FOUR * ((mask.batch() + FOUR * MOST - 1) / (FOUR * MOST)); // of rows
    List<Stretch> all = new ArrayList<>();
    int count = order.length;
    for (int from = 0, to = 0; from < longest; from = to) {
      int rows = rounded(count, unit);
      while (to < longest && rounded(count, unit) == rows) {
        to += FOUR;
        while (count > 0 && mask.length(order[count - 1]) <= to) {
          count--;
        }
      }
      all.add(new Stretch(from, to - from, rows));
    }
    return new Stretches(order, all);
  }

  private static int rounded(int count, int unit) {
    return (count + unit - 1) / unit * unit;
  }

  /** Whether they take clearly less time than all steps of all examples. */
  boolean pay(StepMask mask) {
    int rows = all.stream().mapToInt(stretch -> stretch.steps() * stretch.rows()).sum();
    return mask.batch() >= FEWEST && FOUR * rows <= 3 * mask.batch() * mask.time();
  }
}
