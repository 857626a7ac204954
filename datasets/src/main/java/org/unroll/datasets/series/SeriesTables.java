package org.unroll.datasets.series;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaDataLine;
import org.datavec.api.writable.Writable;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.yaml.RawYaml;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRecordReader;
import org.unroll.datasets.table.TableTransform;

/**
 * Reads tables of series through DataVec: columns by name, numbers with thousands separators,
 * several series by an id column or one a column. A row without a readable stamp or number is
 * skipped and reported. Not thread-safe.
 */
final class SeriesTables {
  private final SeriesConfig config;
  private final Optional<RawYaml> transform;
  private final List<BadRow> bad = new ArrayList<>();
  private long read;

  SeriesTables(SeriesConfig config, Optional<RawYaml> transform) {
    this.config = config;
    this.transform = transform;
  }

  /** The rows skipped so far, by {@link #read}. */
  List<BadRow> bad() {
    return bad;
  }

  /** Rows seen so far. */
  long rows() {
    return read;
  }

  RawTable read(Path file) {
    try (TableRecordReader reader = new TableRecordReader()) {
      reader.initialize(file);
      RawTable table = new Reading(file, reader).table();
      bad.addAll(reader.bad());
      read += reader.bad().size();
      return table;
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** The columns to read: those with a role, derived ones by what they are derived from. */
  static List<String> wanted(SeriesConfig config, List<String> present) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String column : config.columns()) {
      if (!config.derive().containsKey(column)) {
        wanted.add(column);
      }
    }
    for (Derivation derivation : config.derive().values()) {
      for (String source : derivation.sources(withDerived(config, present))) {
        if (!config.derive().containsKey(source)) {
          wanted.add(source);
        }
      }
    }
    return List.copyOf(wanted);
  }

  private static List<String> withDerived(SeriesConfig config, List<String> present) {
    List<String> all = new ArrayList<>(present);
    all.addAll(config.derive().keySet());
    return all;
  }

  /** One pass over one file. */
  private final class Reading {
    private final Path file;
    private final TableRecordReader reader;
    private final Optional<TableTransform> actions;
    private final List<String> header;
    private final List<String> columns;
    private final Map<String, List<RawSeries.Row>> series = new LinkedHashMap<>();
    private final Map<String, TimeStamps> stamps = new LinkedHashMap<>();
    private final List<Integer> timePlaces = new ArrayList<>();
    private final List<Integer> valuePlaces = new ArrayList<>();
    private final int idPlace;

    Reading(Path file, TableRecordReader reader) {
      this.file = file;
      this.reader = reader;
      this.actions = transform.map(yaml -> TableTransform.of(yaml, reader.columns()));
      this.header = actions.map(TableTransform::columns).orElse(reader.columns());
      boolean rows = config.layout() == SeriesConfig.Layout.ROWS;
      this.columns = rows ? config.targets() : wanted(config, header);
      new ColumnRoles(config, rows ? List.of() : columns).require(file, header);
      this.idPlace = config.id().map(header::indexOf).orElse(rows ? 0 : -1);
      if (!rows) {
        config.time().forEach(name -> timePlaces.add(header.indexOf(name)));
        columns.forEach(name -> valuePlaces.add(header.indexOf(name)));
      }
    }

    RawTable table() {
      boolean rows = config.layout() == SeriesConfig.Layout.ROWS;
      while (reader.hasNext()) {
        read++;
        Record record = reader.nextRecord();
        RecordMetaDataLine place = (RecordMetaDataLine) record.getMetaData();
        Origin origin = new Origin(file.toString(), place.getLineNumber());
        try {
          Optional<List<Writable>> row =
              actions.isEmpty()
                  ? Optional.of(record.getRecord())
                  : actions.get().apply(record.getRecord());
          if (row.isPresent() && rows) {
            addSeries(row.get(), origin);
          } else if (row.isPresent()) {
            addRow(row.get(), origin);
          }
        } catch (DateTimeException | NumberFormatException e) {
          bad.add(new BadRow(origin, e.getMessage()));
        }
      }
      List<RawSeries> all = new ArrayList<>();
      series.forEach((id, found) -> all.add(new RawSeries(id, found)));
      if (all.isEmpty()) {
        throw new UserError(file + ": no rows with a stamp and numbers" + firstBad());
      }
      RawTable table = new RawTable(file.toString(), columns, all, !rows);
      return config.layout() == SeriesConfig.Layout.COLUMNS
          ? table.byColumn(config.targets())
          : table;
    }

    private String firstBad() {
      return bad.isEmpty() ? "" : "; the first bad one: " + bad.get(0);
    }

    private void addRow(List<Writable> cells, Origin origin) {
      String id = idPlace < 0 ? "" : cells.get(idPlace).toString().strip();
      StringBuilder stamp = new StringBuilder();
      for (int place : timePlaces) {
        stamp.append(stamp.isEmpty() ? "" : " ").append(cells.get(place).toString().strip());
      }
      long second =
          stamps
              .computeIfAbsent(id, key -> new TimeStamps(config.format(), config.zoneId()))
              .second(stamp.toString());
      double[] values = new double[valuePlaces.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Cells.number(cells.get(valuePlaces.get(i)).toString(), columns.get(i));
      }
      series
          .computeIfAbsent(id, key -> new ArrayList<>())
          .add(new RawSeries.Row(second, values, origin));
    }

    /** A row is a whole series; empty cells at its end belong to longer ones. */
    private void addSeries(List<Writable> cells, Origin origin) {
      String id = cells.get(idPlace).toString().strip();
      long step = config.frequency().flatMap(Frequency::parse).orElse(Frequency.HOURLY).seconds();
      List<RawSeries.Row> rows = new ArrayList<>();
      for (int place = 0; place < cells.size(); place++) {
        if (place != idPlace) {
          double value = Cells.number(cells.get(place).toString(), id);
          rows.add(new RawSeries.Row(step * rows.size(), new double[] {value}, origin));
        }
      }
      while (!rows.isEmpty() && Double.isNaN(rows.get(rows.size() - 1).values()[0])) {
        rows.remove(rows.size() - 1);
      }
      if (rows.isEmpty() || series.put(id, rows) != null) {
        throw new NumberFormatException(
            rows.isEmpty() ? "series '" + id + "' is empty" : "a second series '" + id + "'");
      }
    }
  }
}
