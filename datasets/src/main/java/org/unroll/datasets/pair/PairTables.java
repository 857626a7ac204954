package org.unroll.datasets.pair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.data.LineReader;
import org.unroll.core.yaml.RawYaml;
import org.unroll.datasets.labelled.TextColumns;
import org.unroll.datasets.labelled.TextTables;
import org.unroll.datasets.table.ParallelRows;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TabRows;
import org.unroll.datasets.table.TableFormat;
import org.unroll.datasets.table.TableRecordReader;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.text.InputText;
import org.unroll.datasets.text.SentencePair;

/**
 * Reads sentence pairs through DataVec: tables with named columns, and two files line by line. A
 * bad row (an empty sentence, a wrong number of cells) is skipped and reported.
 *
 * @param transform DataVec actions to run on every record of a table first
 * @param maxBadRows the share of bad rows above which reading fails
 */
record PairTables(PairColumns columns, Optional<RawYaml> transform, double maxBadRows) {

  /** The pairs of a {@code .csv}, {@code .tsv} or {@code .jsonl} file. */
  TableRows<SentencePair> table(Path file) {
    return read(file, new TableRecordReader(), List.of(columns.source(), columns.target()));
  }

  /**
   * The sentences of a table, or of any other file a sentence a line; there a blank line is a blank
   * sentence.
   */
  TableRows<String> sentences(Path file) {
    if (!TableFormat.isTable(file)) {
      return lines(file);
    }
    TextColumns column = new TextColumns(columns.source(), "");
    return new TextTables(column, transform, maxBadRows).inputs(file).map(InputText::text);
  }

  private static TableRows<String> lines(Path file) {
    Optional<String> notice = PlainTextFile.require(file);
    try (LineReader lines = PlainTextFile.lines(file)) {
      List<String> all = new ArrayList<>();
      for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
        all.add(next.get());
      }
      return new TableRows<>(all, List.of(), all.size(), notice.stream().toList());
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** The pairs of two files; {@code transform} is for tables. */
  TableRows<SentencePair> lines(Path source, Path target) {
    Optional<String> notice = PlainTextFile.require(target);
    TableRecordReader reader = new TableRecordReader(file -> new ParallelRows(source, target));
    return new PairTables(columns, Optional.empty(), maxBadRows)
        .read(source, reader, ParallelRows.COLUMNS)
        .telling(notice);
  }

  /** The pairs of a file without a header, source and target in this order between tabs. */
  TableRows<SentencePair> tabbed(Path file) {
    TableRecordReader reader =
        new TableRecordReader(from -> new TabRows(PlainTextFile.lines(from), ParallelRows.COLUMNS));
    return read(file, reader, ParallelRows.COLUMNS);
  }

  private TableRows<SentencePair> read(Path file, TableRecordReader reader, List<String> wanted) {
    TextTables tables = new TextTables(new TextColumns("", ""), transform, maxBadRows);
    return tables.read(
        file,
        reader,
        wanted,
        (cells, origin) -> new SentencePair(cells.get(0), cells.get(1), origin));
  }
}
