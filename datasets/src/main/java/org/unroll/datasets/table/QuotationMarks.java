package org.unroll.datasets.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells a quoted cell from a text that merely begins with a quotation mark, which swallows all rows
 * up to the next mark. The lines of such a cell are whole rows, each with as many cells as the
 * first row of the table; those of an honest one are mostly not. Where cells are parted by tabs,
 * which hardly any text holds, marks are text if they cannot be read after RFC 4180 or swallow
 * rows, and no quoted cell holds what needs quotes. Elsewhere quotes are the rule, and what is
 * doubtful is told.
 *
 * @param swallowed lines that seem to be rows of their own, but are in a quoted cell
 * @param first number of the first of these lines, or of the row with the first misplaced mark
 * @param misplaced marks that RFC 4180 does not allow
 * @param held cells with what needs quotes
 */
record QuotationMarks(Delimiter delimiter, long swallowed, long first, long misplaced, long held) {
  private static final int BUFFER = 1 << 16;

  /** Nothing is to be told. */
  static final QuotationMarks KNOWN = new QuotationMarks(Delimiter.COMMA, 0, 0, 0, 0);

  static QuotationMarks of(Path file, Charset charset, Delimiter delimiter) throws IOException {
    try (BufferedReader text = PlainTextFile.open(file, charset)) {
      Scan scan = new Scan(delimiter);
      char[] characters = new char[BUFFER];
      for (int read = text.read(characters); read >= 0; read = text.read(characters)) {
        for (int i = 0; i < read; i++) {
          scan.next(characters[i]);
        }
      }
      return scan.end();
    }
  }

  /** Whether they are part of the text, and no cell is quoted. */
  boolean areText() {
    boolean doubtful = swallowed > 0 || misplaced > 0;
    return doubtful && held == 0 && delimiter == Delimiter.TAB;
  }

  /** What the user should know. */
  Optional<String> told(Path file) {
    if (areText()) {
      return Optional.of(
          "%s: quotation marks are read as text, for one in line %,d begins a cell and closes none; data.quoting: none says so, standard reads quoted cells"
              .formatted(file, first));
    }
    return swallowed == 0
        ? Optional.empty()
        : Optional.of(
            "%s:%d: a quoted cell with line breaks from here on, whose lines look like rows of their own (%,d lines of such cells in all); if they are, set data.quoting: none"
                .formatted(file, first, swallowed));
  }

  /** One pass over a file. */
  private static final class Scan {
    private final Delimiter delimiter;
    private final QuoteState state;
    private int columns; // of the first row
    private long line = 1;
    private long rowLine = 1;
    private int cells = 1; // of the row
    private int delimiters; // of the line, in quotes or not
    private int lines; // of the row, before this one
    private int whole; // of those, as many as have the cells of a row
    private boolean holds; // what needs quotes, but line breaks
    private int openings; // in the row
    private boolean broken; // a misplaced mark in the row
    private boolean blank = true;
    private long swallowed;
    private long first;
    private long misplaced;
    private long held;

    Scan(Delimiter delimiter) {
      this.delimiter = delimiter;
      this.state = new QuoteState(delimiter.character());
    }

    void next(char c) {
      QuoteState.Kind kind = state.next(c);
      delimiters += c == delimiter.character() ? 1 : 0;
      switch (kind) {
        case DELIMITER -> cells++;
        case OPENING -> openings++;
        case MISPLACED -> {
          misplaced++;
          broken = true;
        }
        case HELD -> holds |= c != '\n' && c != '\r' && lines == 0;
        default -> {}
      }
      if (kind == QuoteState.Kind.MISPLACED && first == 0) {
        first = rowLine;
      }
      blank &= c == '\n' || c == '\r';
      if (c == '\n') {
        endLine(kind == QuoteState.Kind.ROW_END);
      }
    }

    private void endLine(boolean endsRow) {
      whole += delimiters + 1 == Math.max(2, columns) ? 1 : 0;
      lines++;
      delimiters = 0;
      line++;
      if (endsRow) {
        endRow();
      }
    }

    private void endRow() {
      boolean looksSwallowed = lines > 1 && 2 * whole > lines;
      if (looksSwallowed) {
        swallowed += lines;
        first = first == 0 ? rowLine : first;
      } else if (!broken && (holds || lines > 1 || columns == 0 && openings > 1)) {
        held++;
      }
      columns = columns == 0 && !blank ? cells : columns;
      cells = 1;
      lines = 0;
      whole = 0;
      holds = false;
      openings = 0;
      broken = false;
      blank = true;
      rowLine = line;
    }

    QuotationMarks end() {
      if (state.isQuoted()) { // a mark that is never closed
        misplaced++;
        first = first == 0 ? rowLine : first;
      } else if (!blank) {
        endLine(true);
      }
      return new QuotationMarks(delimiter, swallowed, first, misplaced, held);
    }
  }
}
