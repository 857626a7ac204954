package org.unroll.datasets.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.unroll.core.data.LineReader;

/** Cells between tabs, no header, no quoting; cells beyond the wanted ones are left out. */
public final class TabRows implements RowSource {
  private final LineReader lines;
  private final List<String> columns;

  public TabRows(LineReader lines, List<String> columns) {
    this.lines = lines;
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
    List<String> cells = List.of(text.split("\t", -1));
    return cells.size() < columns.size()
        ? new Row.Broken(lines.number(), cells.size() + " cells, expected " + columns.size())
        : new Row.Cells(lines.number(), cells.subList(0, columns.size()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
