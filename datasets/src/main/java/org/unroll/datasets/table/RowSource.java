package org.unroll.datasets.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of one open file, one by one. Blank lines are no rows. */
public interface RowSource extends Closeable {
  /** Column names, from the header or the first row. */
  List<String> columns();

  /** The next row; empty at the end. */
  Optional<Row> next() throws IOException;

  /** What the user should know of how it is read; mostly nothing. */
  default Optional<String> notice() {
    return Optional.empty();
  }
}
