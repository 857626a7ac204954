package org.unroll.datasets.table;

import java.util.List;

/** What a line (or several, with quoted line breaks) of a table gave. */
public sealed interface Row {
  /** Number of its first line, from 1. */
  long line();

  /** A good row; as many cells as there are columns. */
  record Cells(long line, List<String> cells) implements Row {}

  /** A row that cannot be read. */
  record Broken(long line, String reason) implements Row {}
}
