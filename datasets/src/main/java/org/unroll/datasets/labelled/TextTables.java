package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaDataLine;
import org.datavec.api.writable.Writable;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.yaml.RawYaml;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.ColumnNames;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRecordReader;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.TableTransform;
import org.unroll.datasets.text.InputText;
import org.unroll.datasets.text.LabelledText;

/**
 * Reads the user's own tables of texts: {@code .csv}, {@code .tsv}, {@code .jsonl}, and {@code
 * .txt} with a text a line. A bad row (wrong number of cells, broken JSON, empty text, missing
 * class) is skipped and reported.
 *
 * @param columns which columns hold the text and its class
 * @param transform DataVec actions to run on every record first
 * @param maxBadRows the share of bad rows above which reading fails
 */
public record TextTables(TextColumns columns, Optional<RawYaml> transform, double maxBadRows) {

  /** The texts of a file with their classes. */
  public TableRows<LabelledText> labelled(Path file) {
    return read(
        file,
        new TableRecordReader(),
        List.of(columns.text(), columns.label()),
        (cells, origin) -> new LabelledText(cells.get(0), cells.get(1), origin));
  }

  /** The texts of a file; a column of classes is not needed. */
  public TableRows<InputText> inputs(Path file) {
    return read(
        file,
        new TableRecordReader(),
        List.of(columns.text()),
        (cells, origin) -> new InputText(cells.get(0), origin));
  }

  /** Makes a row's object of its cells. */
  public interface Maker<T> {
    T make(List<String> cells, Origin origin);
  }

  /**
   * @param unopened reader of the file, which is closed afterwards
   * @param wanted names of the columns to be made something of
   */
  public <T> TableRows<T> read(
      Path file, TableRecordReader unopened, List<String> wanted, Maker<T> maker) {
    Optional<String> notice = PlainTextFile.require(file);
    try (TableRecordReader reader = unopened) {
      reader.initialize(file);
      TableRows<T> rows = new Reading(file, reader, wanted).rows(maker);
      check(file, rows);
      return rows.telling(notice);
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  private void check(Path file, TableRows<?> rows) {
    if (rows.bad().size() > maxBadRows * rows.read()) {
      throw new UserError(
          ("%s: too many bad rows, at most a share of %s is allowed: %s. Mend them or raise"
                  + " data.max-bad-rows.")
              .formatted(file, maxBadRows, rows.badRows()));
    }
    if (rows.rows().isEmpty()) {
      throw new UserError(file + ": no rows of text" + (transform.isPresent() ? " are left" : ""));
    }
  }

  /** One pass over one file. */
  private final class Reading {
    private final Path file;
    private final TableRecordReader reader;
    private final Optional<TableTransform> actions;
    private final List<String> wanted;
    private final List<Integer> places = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();

    Reading(Path file, TableRecordReader reader, List<String> wanted) {
      this.file = file;
      this.reader = reader;
      this.wanted = wanted;
      this.actions = transform.map(yaml -> TableTransform.of(yaml, reader.columns()));
      List<String> names = actions.map(TableTransform::columns).orElse(reader.columns());
      for (String name : wanted) {
        places.add(ColumnNames.find(name, names, file.toString()));
      }
    }

    <T> TableRows<T> rows(Maker<T> maker) {
      List<T> rows = new ArrayList<>();
      int read = 0;
      while (reader.hasNext()) {
        read++;
        Record record = reader.nextRecord();
        RecordMetaDataLine place = (RecordMetaDataLine) record.getMetaData();
        Origin origin = new Origin(file.toString(), place.getLineNumber());
        Optional<List<String>> cells = cells(record.getRecord(), origin);
        cells.ifPresent(found -> rows.add(maker.make(found, origin)));
      }
      bad.addAll(reader.bad());
      bad.sort(Comparator.comparingLong(row -> row.origin().line()));
      return new TableRows<>(rows, bad, read + reader.bad().size(), List.of());
    }

    /** The wanted cells; nothing if the row is filtered out or bad. */
    private Optional<List<String>> cells(List<Writable> record, Origin origin) {
      Optional<List<Writable>> changed;
      try {
        changed = actions.isEmpty() ? Optional.of(record) : actions.get().apply(record);
      } catch (RuntimeException e) { // DataVec has no exception of its own; counted and reported
        bad.add(new BadRow(origin, "data.transform fails: " + e.getMessage()));
        return Optional.empty();
      }
      return changed.flatMap(row -> stripped(row, origin));
    }

    private Optional<List<String>> stripped(List<Writable> row, Origin origin) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        String cell = row.get(places.get(i)).toString().strip();
        if (cell.isEmpty()) {
          bad.add(new BadRow(origin, "nothing in column \"" + wanted.get(i) + "\""));
          return Optional.empty();
        }
        cells.add(cell);
      }
      return Optional.of(cells);
    }
  }
}
