package org.unroll.datasets.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.unroll.core.data.LineReader;

/** A text a line; the only column is called {@code text}. */
public final class LineRows implements RowSource {
  public static final String COLUMN = "text";

  private final LineReader lines;

  LineRows(LineReader lines) {
    this.lines = lines;
  }

  @Override
  public List<String> columns() {
    return List.of(COLUMN);
  }

  @Override
  public Optional<Row> next() throws IOException {
    return lines.nextFilled().map(text -> new Row.Cells(lines.number(), List.of(text)));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
