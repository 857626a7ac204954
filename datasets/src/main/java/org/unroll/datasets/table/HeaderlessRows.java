package org.unroll.datasets.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.unroll.core.data.LineReader;

/** Cells without a header and without quoting; cells beyond the wanted ones are left out. */
public final class HeaderlessRows implements RowSource {
  private final LineReader lines;
  private final String separator;
  private final List<String> columns;

  /**
   * @param separator between two cells, a regular expression
   * @param columns names of the wanted cells
   */
  public HeaderlessRows(LineReader lines, String separator, List<String> columns) {
    this.lines = lines;
    this.separator = separator;
    this.columns = columns;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<Row> next() throws IOException {
    return lines.nextFilled().map(this::row);
  }

  private Row row(String text) {
    List<String> cells = List.of(text.split(separator, -1));
    return cells.size() < columns.size()
        ? new Row.Broken(lines.number(), cells.size() + " cells, expected " + columns.size())
        : new Row.Cells(lines.number(), cells.subList(0, columns.size()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
