package org.unroll.datasets.stream;

/**
 * A long text as the numbers of its symbols, stored as if they were those of characters: it may be
 * larger than memory, and takes a byte a symbol where there are no more than 256 of them. A part of
 * a text is a view. Immutable and thread-safe.
 */
public final class SymbolText {
  private final StoredText numbers;

  private SymbolText(StoredText numbers) {
    this.numbers = numbers;
  }

  /**
   * @param numbers each from 0 to 65,535
   */
  public static SymbolText of(int[] numbers) {
    Builder text = new Builder();
    for (int number : numbers) {
      text.add(number);
    }
    return text.build();
  }

  /** Symbols. */
  public int length() {
    return numbers.length();
  }

  /** The number of a symbol. */
  public int at(int place) {
    return numbers.charAt(place);
  }

  /** A stretch of it; no copy. */
  public SymbolText part(int begin, int end) {
    return new SymbolText(numbers.subSequence(begin, end));
  }

  /** A copy of a stretch. */
  public int[] numbers(int begin, int end) {
    int[] copy = new int[end - begin];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = at(begin + i);
    }
    return copy;
  }

  /** Takes the symbols of a text one by one. */
  static final class Builder {
    private final StoredText.Builder numbers = new StoredText.Builder();

    void add(int number) {
      numbers.add((char) number);
    }

    SymbolText build() {
      return new SymbolText(numbers.build());
    }
  }
}
