package org.unroll.core.decode;

import java.util.Arrays;

/** The largest of many numbers. */
final class TopWords {
  private TopWords() {}

  /** Places of all numbers, the largest first, equal ones in their order. */
  static int[] descending(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a])); // stable
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** Places of the {@code count} largest numbers above 0, the largest first; one pass. */
  static int[] of(float[] values, int count) {
    int[] top = new int[Math.min(count, values.length)];
    int found = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] <= 0 || found == top.length && values[i] <= values[top[found - 1]]) {
        continue;
      }
      int place = found < top.length ? found++ : found - 1;
      while (place > 0 && values[top[place - 1]] < values[i]) {
        top[place] = top[place - 1];
        place--;
      }
      top[place] = i;
    }
    return Arrays.copyOf(top, found);
  }
}
