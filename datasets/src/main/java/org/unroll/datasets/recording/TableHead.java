package org.unroll.datasets.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.TableRecordReader;

/** The columns of a table and its first row, by which is told what it is a table of. */
record TableHead(List<String> columns, List<String> first) {
  /** Empty if the table has no row. */
  static Optional<TableHead> of(Path table, TableLayout layout) {
    PlainTextFile.require(table, layout.charset());
    try (TableRecordReader reader = layout.reader()) {
      reader.initialize(table);
      if (!reader.hasNext()) {
        return Optional.empty();
      }
      List<String> cells = reader.next().stream().map(Object::toString).toList();
      return Optional.of(new TableHead(reader.columns(), cells));
    } catch (IOException e) {
      throw PlainTextFile.unreadable(table, e);
    }
  }

  /** Of the first row; empty if there is no such column. */
  Optional<String> cell(String column) {
    int place = columns.indexOf(column);
    return place < 0 ? Optional.empty() : Optional.of(first.get(place).strip());
  }
}
