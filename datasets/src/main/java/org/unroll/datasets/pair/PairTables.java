package org.unroll.datasets.pair;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.app.AskedRow;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.table.AskedRows;
import org.unroll.datasets.table.CellForm;
import org.unroll.datasets.table.HeaderlessRows;
import org.unroll.datasets.table.ParallelRows;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRecordReader;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.TextInput;

/**
 * Reads sentence pairs: tables with named columns, and two files line by line. A bad row (an empty
 * sentence, a wrong number of cells) is skipped and reported.
 */
record PairTables(PairColumns columns, Tables tables) {
  /** Of a data set, whose files have no columns. */
  static PairTables published() {
    return new PairTables(new PairColumns("source", "target"), Tables.published());
  }

  private static final CellForm<SentencePair> PAIRS =
      new CellForm<>(
          (cells, origin) -> new SentencePair(cells.get(0), cells.get(1), origin),
          pair -> List.of(pair.source(), pair.target()),
          SentencePair::origin);

  /** The pairs of a {@code .csv}, {@code .tsv} or {@code .jsonl} file. */
  TableRows<SentencePair> table(Path file) {
    return tables.read(file, List.of(columns.source(), columns.target()), PAIRS);
  }

  /**
   * The sentences of a table, or of any other file a sentence a line; there a blank line is a blank
   * sentence.
   */
  List<AskedRow<TextInput>> sentences(Path file, DataAccess access) {
    AskedRows rows = new AskedRows(tables, access);
    return tables.layout().isLines(file)
        ? rows.lines(file, true, TextInput::new)
        : rows.table(file, columns.source(), TextInput::new);
  }

  /** The pairs of two files; a transform is for tables. */
  TableRows<SentencePair> lines(Path source, Path target) {
    Optional<String> notice = PlainTextFile.require(target, tables.layout().charset());
    TableRecordReader reader =
        new TableRecordReader(file -> new ParallelRows(source, target, tables.layout()));
    return tables
        .plain(tables.maxBadRows())
        .read(source, reader, ParallelRows.COLUMNS, PAIRS)
        .telling(notice);
  }

  /** The pairs of a file without a header, source and target in this order between tabs. */
  TableRows<SentencePair> tabbed(Path file) {
    TableRecordReader reader =
        new TableRecordReader(
            from -> new HeaderlessRows(PlainTextFile.lines(from), "\t", ParallelRows.COLUMNS));
    return tables.read(file, reader, ParallelRows.COLUMNS, PAIRS);
  }
}
