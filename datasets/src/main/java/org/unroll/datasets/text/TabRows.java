package org.unroll.datasets.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Cells between tabs, no header, no quoting; cells beyond the wanted ones are left out. */
final class TabRows implements RowSource {
  private final BufferedReader reader;
  private final List<String> columns;
  private long line;

  TabRows(BufferedReader reader, List<String> columns) {
    this.reader = reader;
    this.columns = columns;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<Row> next() throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (!text.isBlank()) {
        List<String> cells = List.of(text.split("\t", -1));
        return Optional.of(
            cells.size() < columns.size()
                ? new Row.Broken(line, cells.size() + " cells, expected " + columns.size())
                : new Row.Cells(line, cells.subList(0, columns.size())));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
