package org.unroll.datasets.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.unroll.core.data.LineReader;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;

@Doc("How the user's own files of text are written; what is left out is told from the file.")
public record TableLayout(
    @Doc(
            "Character set of the files, such as windows-1252; UTF-8 if left out, and what a byte-order mark says.")
        Optional<String> encoding,
    @Doc(
            "What stands between cells: comma, semicolon, tab or pipe, or the sign itself; told from the first rows if left out.")
        Optional<Delimiter> delimiter,
    @Doc(
            "standard (cells in quotes hold delimiters and line breaks) or none (quotation marks are text).")
        Optional<Quoting> quoting,
    @Doc(
            "Names of the columns, from the first, of files without a header line; those beyond are called by their number.")
        Optional<List<String>> header)
    implements Checked {
  /** All is told from the file. */
  public static final TableLayout TOLD =
      new TableLayout(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** All but the encoding is told from the file. */
  public static TableLayout in(Optional<String> encoding) {
    return new TableLayout(encoding, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public void check(String path, Problems problems) {
    if (encoding.isPresent() && !isKnown(encoding.get())) {
      problems.add(
          path + ".encoding",
          "no character set '%s'; such as UTF-8, windows-1252, ISO-8859-1 or UTF-16LE"
              .formatted(encoding.get()));
    }
    List<String> names = header.orElse(List.of());
    if (header.isPresent() && new HashSet<>(names).size() < Math.max(1, names.size())) {
      problems.add(
          path + ".header", "expected a name for each column, no two alike, found " + names);
    }
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.forName(name).canEncode();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }

  /** Of files without a byte-order mark. */
  public Charset charset() {
    return encoding.map(Charset::forName).orElse(StandardCharsets.UTF_8);
  }

  /** A DataVec reader of a table whose format the ending of its name tells. */
  public TableRecordReader reader() {
    return new TableRecordReader(file -> TableFormat.of(file).open(file, this));
  }

  /** The lines of a text. */
  public LineReader lines(Path file) throws IOException {
    return PlainTextFile.lines(file, charset());
  }

  /** A DataVec reader of a text a line, whatever the file is called. */
  public TableRecordReader lineReader() {
    return new TableRecordReader(file -> new LineRows(lines(file)));
  }

  /** Whether a file has columns: by its name, or because the layout says how they are written. */
  public boolean isTable(Path file) {
    return TableFormat.isTable(file) || TableFormat.isText(file) && tellsCells();
  }

  /**
   * Whether a file is a text a line: no table by its name, nor by a delimiter in its first line.
   */
  public boolean isLines(Path file) {
    if (TableFormat.isTable(file)) {
      return false;
    }
    try {
      return !tellsCells()
          || !TableStart.of(file, charset()).hasCells(delimiter.orElse(Delimiter.TAB));
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** Whether a file of lines is a table all the same. */
  boolean tellsCells() {
    return delimiter.isPresent() || header.isPresent();
  }

  /**
   * The rows of a table with delimiters.
   *
   * @param usual what stands between cells mostly
   */
  RowSource delimited(Path file, Delimiter usual) throws IOException {
    TableStart start = TableStart.of(file, charset());
    Delimiter between = delimiter.orElseGet(() -> start.delimiter(usual));
    QuotationMarks marks =
        quoting.isPresent() || !start.mayQuote()
            ? QuotationMarks.KNOWN
            : QuotationMarks.of(file, charset(), between);
    boolean quoted = quoting.map(Quoting.STANDARD::equals).orElse(!marks.areText());
    BufferedReader text = PlainTextFile.open(file, charset());
    try {
      return new DelimitedRows(
          new DelimitedRows.Written(file, charset(), between.character(), quoted, header),
          text,
          marks.told(file));
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }
}
