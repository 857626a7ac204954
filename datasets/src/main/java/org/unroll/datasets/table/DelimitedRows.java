package org.unroll.datasets.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;

/** CSV and TSV after RFC 4180; cells in quotes may hold separators, quotes and line breaks. */
final class DelimitedRows implements RowSource {
  private final Path file;
  private final KeptReturns text;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> columns;
  private long line = 1;

  DelimitedRows(Path file, BufferedReader characters, char separator) throws IOException {
    this.file = file;
    this.text = new KeptReturns(characters, PlainTextFile.hasLineFeed(file));
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text);
    this.records = reader.iterator();
    CsvRecord header =
        read().orElseThrow(() -> new UserError(file + ": empty; a header line was expected"));
    this.columns = cells(header).stream().map(String::strip).toList();
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new UserError(file + ":" + line + ": two columns of one name: " + columns);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<Row> next() throws IOException {
    return read().map(this::row);
  }

  private Row row(CsvRecord row) {
    if (row.getFieldCount() == columns.size()) {
      return new Row.Cells(line, cells(row));
    }
    return new Row.Broken(
        line, "%d cells, the header has %d".formatted(row.getFieldCount(), columns.size()));
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
      if (row.getFields().stream().anyMatch(cell -> cell.contains("\n")) && !records.hasNext()) {
        checkLastQuote();
      }
      return Optional.of(row);
    } catch (CsvParseException e) {
      throw new UserError(
          file
              + ":"
              + (line + 1)
              + ": a row from here on breaks the rules of quoting ("
              + reason(e)
              + "); put cells with quotes in quotes and double the quotes inside (RFC 4180)",
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
    try (LineReader lines = PlainTextFile.lines(file)) {
      long quotes = 0;
      for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
        if (lines.number() >= line) {
          quotes += next.get().chars().filter(character -> character == '"').count();
        }
      }
      if (quotes % 2 == 1) {
        throw new UserError(
            file
                + ":"
                + line
                + ": a quotation mark of this row is never closed; close it, or put the cell in"
                + " quotes and double the quotes inside (RFC 4180)");
      }
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
