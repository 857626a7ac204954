package org.unroll.datasets.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first characters of a table, from which is told what stands between its cells. */
record TableStart(String text) {
  private static final int CHARACTERS = 1 << 16;
  private static final int ROWS = 20;

  static TableStart of(Path file, Charset charset) throws IOException {
    try (BufferedReader reader = PlainTextFile.open(file, charset)) {
      char[] characters = new char[CHARACTERS];
      int length = 0;
      for (int read = 0; read >= 0 && length < CHARACTERS; length += Math.max(0, read)) {
        read = reader.read(characters, length, CHARACTERS - length);
      }
      return new TableStart(new String(characters, 0, length));
    }
  }

  /**
   * The delimiter of which all first rows have the same number; of several that which gives the
   * most cells, of equals the usual one. If there is none, the first that the first row has.
   */
  Delimiter delimiter(Delimiter usual) {
    return regular(usual).or(() -> first(usual)).orElse(usual);
  }

  /**
   * The same; empty if there is none of which all first rows have the same number. Where there are
   * as many semicolons as commas, the commas are those of numbers.
   */
  Optional<Delimiter> regular(Delimiter usual) {
    int most = 1;
    Optional<Delimiter> best = Optional.empty();
    for (Delimiter each : candidates(usual == Delimiter.COMMA ? Delimiter.SEMICOLON : usual)) {
      List<Integer> cells = cells(each);
      int columns = cells.isEmpty() ? 1 : cells.get(0);
      if (columns > most && cells.stream().distinct().count() == 1) {
        most = columns;
        best = Optional.of(each);
      }
    }
    return best;
  }

  private Optional<Delimiter> first(Delimiter usual) {
    return candidates(usual).stream().filter(this::hasCells).findFirst();
  }

  private static List<Delimiter> candidates(Delimiter usual) {
    List<Delimiter> all = new ArrayList<>(List.of(usual));
    all.addAll(List.of(Delimiter.values()));
    return all;
  }

  /** Whether the first line that is not blank has several cells. */
  boolean hasCells(Delimiter delimiter) {
    List<Integer> cells = cells(delimiter);
    return !cells.isEmpty() && cells.get(0) > 1;
  }

  /** Whether a space follows a comma, as in sentences, and hardly in tables. */
  boolean isProse() {
    return text.contains(", ");
  }

  /** Whether a quotation mark stands in it at all, or the file goes on. */
  boolean mayQuote() {
    return text.length() == CHARACTERS || text.indexOf('"') >= 0;
  }

  /** How many cells the first rows have; the last one may be cut off and is left out. */
  private List<Integer> cells(Delimiter delimiter) {
    List<Integer> cells = new ArrayList<>();
    QuoteState state = new QuoteState(delimiter.character());
    int count = 1;
    boolean blank = true;
    for (int i = 0; i < text.length() && cells.size() < ROWS; i++) {
      switch (state.next(text.charAt(i))) {
        case DELIMITER -> {
          count++;
          blank = false;
        }
        case ROW_END -> {
          if (!blank) {
            cells.add(count);
          }
          count = 1;
          blank = true;
        }
        default -> blank = false;
      }
    }
    boolean whole = text.length() < CHARACTERS && !state.isQuoted();
    if (cells.size() < ROWS && !blank && whole) {
      cells.add(count);
    }
    return cells;
  }
}
