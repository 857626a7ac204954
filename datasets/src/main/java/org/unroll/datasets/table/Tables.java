package org.unroll.datasets.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaDataLine;
import org.datavec.api.writable.Writable;
import org.unroll.core.UserError;
import org.unroll.core.data.ListBuilder;
import org.unroll.core.data.Origin;
import org.unroll.core.yaml.RawYaml;

/**
 * Reads tables through DataVec: {@code .csv}, {@code .tsv}, {@code .jsonl}, and {@code .txt} with a
 * text a line. A bad row (wrong number of cells, broken JSON, a cell that its maker refuses) is
 * skipped and reported.
 *
 * @param layout how they are written
 * @param transform DataVec actions to run on every record first
 * @param maxBadRows the share of bad rows above which reading fails
 * @param renamed what columns are called in the file, by the names that are asked for
 */
public record Tables(
    TableLayout layout,
    Optional<RawYaml> transform,
    double maxBadRows,
    Map<String, String> renamed) {
  public Tables(TableLayout layout, Optional<RawYaml> transform, double maxBadRows) {
    this(layout, transform, maxBadRows, Map.of());
  }

  /** Of tables whose layout is told from the file. */
  public Tables(Optional<RawYaml> transform, double maxBadRows) {
    this(TableLayout.TOLD, transform, maxBadRows);
  }

  /** The same of a file that calls columns otherwise. */
  public Tables renamed(Map<String, String> names) {
    return new Tables(layout, transform, maxBadRows, names);
  }

  /**
   * The same of names that may be roles.
   *
   * @param roles what columns are called that have a role, by the keys of {@code data.columns}
   */
  public Tables renamed(Map<String, String> names, Map<String, String> roles) {
    Map<String, String> columns = new LinkedHashMap<>();
    names.forEach((name, column) -> columns.put(roles.getOrDefault(name, name), column));
    return renamed(columns);
  }

  /** The same without a transform, and with another share of bad rows. */
  public Tables plain(double share) {
    return new Tables(layout, Optional.empty(), share, renamed);
  }

  /** The same with another share of bad rows. */
  public Tables allowing(double share) {
    return new Tables(layout, transform, share, renamed);
  }

  /** Makes an example of a row's cells. */
  public interface RowMaker<T> {
    /**
     * @throws BadCell if the row is to be skipped
     */
    T make(List<String> cells, Origin origin);

    /** What takes all that is made of a file. */
    default ListBuilder<T> list(Path file) {
      return ListBuilder.inMemory();
    }
  }

  /** What is made of a row, once the columns of the file are known. */
  public interface Layout<T> {
    /**
     * @throws UserError if columns are missing
     */
    RowMaker<T> of(List<String> columns);
  }

  /** Tables of data sets, which need no transform. */
  public static Tables published() {
    return new Tables(Optional.empty(), 0.01);
  }

  /**
   * The rows of a file whose wanted cells all hold something.
   *
   * @param wanted names of the columns whose cells are handed over, without white space around
   */
  public <T> TableRows<T> read(Path file, List<String> wanted, RowMaker<T> maker) {
    return read(file, layout.reader(), wanted, maker);
  }

  /** The same of a file in another layout. */
  public <T> TableRows<T> read(
      Path file, TableRecordReader reader, List<String> wanted, RowMaker<T> maker) {
    return read(file, reader, columns -> new NamedCells(file, wanted, columns), maker);
  }

  /**
   * The same where cells may be empty.
   *
   * @param filled names of the columns whose cells must hold something; they are handed over first
   * @param perhaps names of the others
   */
  public <T> TableRows<T> read(
      Path file, List<String> filled, List<String> perhaps, RowMaker<T> maker) {
    return read(
        file,
        layout.reader(),
        columns -> new NamedCells(file, filled, columns).followedBy(file, perhaps, columns),
        maker);
  }

  private <T> TableRows<T> read(
      Path file,
      TableRecordReader reader,
      Function<List<String>, NamedCells> cells,
      RowMaker<T> maker) {
    TableRows<T> rows =
        read(file, reader, columns -> cells.apply(columns).then(maker), maker.list(file));
    if (rows.rows().isEmpty()) {
      throw new UserError(file + ": no rows of text" + (transform.isPresent() ? " are left" : ""));
    }
    return rows;
  }

  /** The rows of a table with all their cells; there may be none. */
  public <T> TableRows<T> read(Path file, Layout<T> wanted) {
    return read(file, layout.reader(), wanted);
  }

  /**
   * The same of a file in another layout.
   *
   * @param unopened reader of the file, which is closed afterwards
   */
  public <T> TableRows<T> read(Path file, TableRecordReader unopened, Layout<T> wanted) {
    return read(file, unopened, wanted, ListBuilder.inMemory());
  }

  /**
   * @param good takes the good rows
   */
  private <T> TableRows<T> read(
      Path file, TableRecordReader unopened, Layout<T> wanted, ListBuilder<T> good) {
    Optional<String> notice = PlainTextFile.require(file, layout.charset());
    try (TableRecordReader reader = unopened) {
      reader.initialize(file);
      List<String> found = new RenamedColumns(renamed).of(file, reader.columns());
      Optional<TableTransform> actions = transform.map(yaml -> TableTransform.of(yaml, found));
      List<String> columns = actions.map(TableTransform::columns).orElse(found);
      RowMaker<T> maker = wanted.of(columns);
      TableRows<T> rows = rows(file, reader, actions, maker, good);
      requireFewBad(file.toString(), rows);
      return rows.telling(reader.notice()).telling(notice);
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /**
   * Opens a table and looks at its columns alone.
   *
   * @throws UserError if it is none, or {@code wanted} refuses them
   */
  public void head(Path file, Consumer<List<String>> wanted) {
    try (TableRecordReader reader = layout.reader()) {
      reader.initialize(file);
      List<String> found = new RenamedColumns(renamed).of(file, reader.columns());
      wanted.accept(transform.map(yaml -> TableTransform.of(yaml, found).columns()).orElse(found));
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** The same with the names of columns that must be there. */
  public void head(Path file, List<String> wanted) {
    head(file, found -> wanted.forEach(name -> ColumnNames.find(name, found, file.toString())));
  }

  private static <T> TableRows<T> rows(
      Path file,
      TableRecordReader reader,
      Optional<TableTransform> actions,
      RowMaker<T> maker,
      ListBuilder<T> good) {
    List<BadRow> bad = new ArrayList<>();
    int read = 0;
    while (reader.hasNext()) {
      read++;
      Record record = reader.nextRecord();
      RecordMetaDataLine place = (RecordMetaDataLine) record.getMetaData();
      Origin origin = new Origin(file.toString(), place.getLineNumber());
      try {
        changed(record.getRecord(), actions)
            .ifPresent(cells -> good.add(maker.make(texts(cells), origin)));
      } catch (BadCell e) {
        if (e.isNothing()) {
          read--;
        } else {
          bad.add(new BadRow(origin, e.getMessage()));
        }
      }
    }
    bad.addAll(reader.bad());
    bad.sort(Comparator.comparingLong(row -> row.origin().line()));
    return new TableRows<>(good.build(), bad, read + reader.bad().size(), List.of());
  }

  /** Nothing if the row is filtered out. */
  private static Optional<List<Writable>> changed(
      List<Writable> record, Optional<TableTransform> actions) {
    try {
      return actions.isEmpty() ? Optional.of(record) : actions.get().apply(record);
    } catch (RuntimeException e) { // DataVec has no exception of its own; counted and reported
      throw new BadCell("data.transform fails: " + e.getMessage());
    }
  }

  private static List<String> texts(List<Writable> cells) {
    return cells.stream().map(Writable::toString).toList();
  }

  /**
   * @throws UserError if too many rows are bad
   */
  public void requireFewBad(String source, TableRows<?> rows) {
    requireFewBad(source, rows, "Mend them or raise data.max-bad-rows.");
  }

  /**
   * @param advice what to do about it
   * @throws UserError if too many rows are bad
   */
  public void requireFewBad(String source, TableRows<?> rows, String advice) {
    if (rows.bad().size() > maxBadRows * rows.read()) {
      throw new UserError(
          "%s: too many bad %s, at most a share of %s is allowed: %s. %s"
              .formatted(source, rows.what(), maxBadRows, rows.badRows(), advice));
    }
  }

  /** The cells of some columns, in their order; none of the first may be blank. */
  private static final class NamedCells {
    private final List<String> wanted; // none blank
    private final List<Integer> places = new ArrayList<>();

    NamedCells(Path file, List<String> wanted, List<String> columns) {
      this.wanted = wanted;
      for (String name : wanted) {
        places.add(ColumnNames.find(name, columns, file.toString()));
      }
    }

    NamedCells followedBy(Path file, List<String> perhaps, List<String> columns) {
      for (String name : perhaps) {
        places.add(ColumnNames.find(name, columns, file.toString()));
      }
      return this;
    }

    <T> RowMaker<T> then(RowMaker<T> maker) {
      return (cells, origin) -> maker.make(stripped(cells), origin);
    }

    private List<String> stripped(List<String> row) {
      BadCell.leaveOutEmpty(row);
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        String cell = row.get(places.get(i));
        cells.add(i < wanted.size() ? Cells.filled(cell, wanted.get(i)) : cell.strip());
      }
      return cells;
    }
  }
}
