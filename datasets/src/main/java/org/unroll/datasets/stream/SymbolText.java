package org.unroll.datasets.stream;

import java.util.Arrays;

/**
 * A long text as the numbers of its symbols, each in one byte, or in two where there are more than
 * 256 of them. A part of a text is a view. Immutable and thread-safe.
 */
public final class SymbolText {
  private static final int BYTE = 1 << Byte.SIZE;

  private final byte[] narrow; // null if the numbers need two bytes
  private final char[] wide; // null otherwise
  private final int from;
  private final int length;

  private SymbolText(byte[] narrow, char[] wide, int from, int length) {
    this.narrow = narrow;
    this.wide = wide;
    this.from = from;
    this.length = length;
  }

  /**
   * @param numbers each from 0 to 65,535
   * @param size symbols that there are: all numbers are below
   */
  public static SymbolText of(int[] numbers, int size) {
    Builder text = new Builder(size, numbers.length);
    for (int number : numbers) {
      text.add(number);
    }
    return text.build();
  }

  /** Symbols. */
  public int length() {
    return length;
  }

  /** The number of a symbol. */
  public int at(int place) {
    if (place < 0 || place >= length) {
      throw new IndexOutOfBoundsException("place %d of %d".formatted(place, length));
    }
    return narrow == null ? wide[from + place] : narrow[from + place] & 0xFF;
  }

  /** A stretch of it; no copy. */
  public SymbolText part(int begin, int end) {
    if (begin < 0 || end < begin || end > length) {
      throw new IndexOutOfBoundsException("%d to %d of %d".formatted(begin, end, length));
    }
    return new SymbolText(narrow, wide, from + begin, end - begin);
  }

  /** A copy of a stretch. */
  public int[] numbers(int begin, int end) {
    int[] numbers = new int[end - begin];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = at(begin + i);
    }
    return numbers;
  }

  /** Takes the symbols of a text one by one. */
  static final class Builder {
    private final boolean isNarrow;
    private byte[] narrow = {};
    private char[] wide = {};
    private int length;

    /**
     * @param size symbols that there are
     * @param expected about as many symbols
     */
    Builder(int size, int expected) {
      this.isNarrow = size <= BYTE;
      if (isNarrow) {
        narrow = new byte[Math.max(1, expected)];
      } else {
        wide = new char[Math.max(1, expected)];
      }
    }

    void add(int number) {
      if (isNarrow) {
        narrow = length == narrow.length ? Arrays.copyOf(narrow, grown()) : narrow;
        narrow[length++] = (byte) number;
      } else {
        wide = length == wide.length ? Arrays.copyOf(wide, grown()) : wide;
        wide[length++] = (char) number;
      }
    }

    private int grown() {
      return (int) Math.min(Integer.MAX_VALUE - 8L, length + length / 2L + 16);
    }

    SymbolText build() {
      return new SymbolText(isNarrow ? narrow : null, isNarrow ? null : wide, 0, length);
    }
  }
}
