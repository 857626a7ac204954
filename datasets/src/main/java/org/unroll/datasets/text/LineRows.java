package org.unroll.datasets.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A text a line; the only column is called {@code text}. */
final class LineRows implements RowSource {
  static final String COLUMN = "text";

  private final BufferedReader reader;
  private long line;

  LineRows(BufferedReader reader) {
    this.reader = reader;
  }

  @Override
  public List<String> columns() {
    return List.of(COLUMN);
  }

  @Override
  public Optional<Row> next() throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (!text.isBlank()) {
        return Optional.of(new Row.Cells(line, List.of(text)));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
