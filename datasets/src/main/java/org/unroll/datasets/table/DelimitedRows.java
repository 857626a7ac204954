package org.unroll.datasets.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;

/**
 * A row a record, cells parted by a delimiter. Cells in quotes, if there are such, hold delimiters,
 * quotes and line breaks after RFC 4180. Columns without a name, as spreadsheets leave them, are
 * left out, but for the first.
 */
final class DelimitedRows implements RowSource {
  /** In the place of the quotation mark where there is none: half of a surrogate pair. */
  private static final char NO_MARK = '\uDC22';

  private final Written written;
  private final KeptReturns text;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final Optional<String> notice;
  private final List<String> columns;
  private final List<Integer> places = new ArrayList<>(); // of the columns
  private final int width; // cells of the first row
  private Optional<CsvRecord> first = Optional.empty(); // read already, as there is no header
  private long line = 1;

  /**
   * How the file is written.
   *
   * @param header names of the columns if the file does not give them
   */
  record Written(
      Path file, Charset charset, char delimiter, boolean quoted, Optional<List<String>> header) {}

  /**
   * @param notice what the user should know of the file
   */
  DelimitedRows(Written written, BufferedReader characters, Optional<String> notice)
      throws IOException {
    this.written = written;
    this.notice = notice;
    this.text =
        new KeptReturns(characters, PlainTextFile.hasLineFeed(written.file(), written.charset()));
    this.reader =
        CsvReader.builder()
            .fieldSeparator(written.delimiter())
            .quoteCharacter(written.quoted() ? '"' : NO_MARK)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text);
    this.records = reader.iterator();
    String expected = written.header().isPresent() ? "rows were" : "a header line was";
    CsvRecord record =
        read()
            .orElseThrow(
                () -> new UserError("%s: empty; %s expected".formatted(written.file(), expected)));
    this.width = record.getFieldCount();
    this.columns = written.header().isPresent() ? given(record) : found(cells(record));
  }

  private List<String> found(List<String> cells) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).strip();
      if (i == 0 || !name.isEmpty()) {
        names.add(name);
        places.add(i);
      }
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new UserError(
          "%s:%d: two columns of one name: %s%s"
              .formatted(written.file(), line, names, ColumnNames.hint(names)));
    }
    return List.copyOf(names);
  }

  private List<String> given(CsvRecord record) {
    first = Optional.of(record);
    List<String> cells = cells(record).stream().map(String::strip).toList();
    List<String> names = new ArrayList<>(written.header().orElseThrow());
    if (names.size() > cells.size()) {
      throw new UserError(
          "%s:%d: data.header names %d columns, but the first row has %d cells; name fewer, or check data.delimiter"
              .formatted(written.file(), line, names.size(), cells.size()));
    }
    if (names.size() > 1 && cells.subList(0, names.size()).equals(names)) {
      throw new UserError(
          "%s:%d: a header line, as data.header has it; remove that key"
              .formatted(written.file(), line));
    }
    while (names.size() < cells.size()) {
      names.add(String.valueOf(names.size() + 1));
    }
    for (int i = 0; i < names.size(); i++) {
      places.add(i);
    }
    return List.copyOf(names);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<String> notice() {
    return notice;
  }

  @Override
  public Optional<Row> next() throws IOException {
    Optional<CsvRecord> record = first.isPresent() ? first : read();
    first = Optional.empty();
    return record.map(this::row);
  }

  private Row row(CsvRecord row) {
    List<String> cells = cells(row);
    boolean more = false;
    for (int i = width; i < cells.size(); i++) {
      more |= !cells.get(i).isBlank();
    }
    if (more || cells.size() <= places.get(places.size() - 1)) {
      String expected = written.header().isPresent() ? "first row" : "header";
      return new Row.Broken(
          line, "%d cells, the %s has %d".formatted(cells.size(), expected, columns.size()));
    }
    return new Row.Cells(line, places.stream().map(cells::get).toList());
  }

  private List<String> cells(CsvRecord row) {
    return row.getFields().stream().map(text::restored).toList();
  }

  private Optional<CsvRecord> read() throws IOException {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord row = records.next();
      line = row.getStartingLineNumber();
      if (written.quoted()
          && row.getFields().stream().anyMatch(cell -> cell.contains("\n"))
          && !records.hasNext()) {
        checkLastQuote();
      }
      return Optional.of(row);
    } catch (CsvParseException e) {
      throw new UserError(
          "%s:%d: a row from here on breaks the rules of quoting (%s); put cells with quotes in quotes and double the quotes inside (RFC 4180), or if quotation marks are but text, set data.quoting: none"
              .formatted(written.file(), line + 1, reason(e)),
          e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String reason(CsvParseException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }

  /** The library takes a quote that is never closed for one cell with the rest of the file. */
  private void checkLastQuote() throws IOException {
    try (LineReader lines = PlainTextFile.lines(written.file(), written.charset())) {
      long quotes = 0;
      for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
        if (lines.number() >= line) {
          quotes += next.get().chars().filter(character -> character == '"').count();
        }
      }
      if (quotes % 2 == 1) {
        throw new UserError(
            "%s:%d: a quotation mark of this row is never closed; close it, or put the cell in quotes and double the quotes inside (RFC 4180), or if quotation marks are but text, set data.quoting: none"
                .formatted(written.file(), line));
      }
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
