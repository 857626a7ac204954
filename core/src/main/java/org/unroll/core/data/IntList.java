package org.unroll.core.data;

import java.util.Arrays;

/** Numbers that become more; not thread-safe. */
public final class IntList {
  private int[] numbers = new int[16];
  private int size;

  /** Adds one behind the others. */
  public void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size + size / 2);
    }
    numbers[size++] = number;
  }

  public int size() {
    return size;
  }

  /** A copy. */
  public int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
