package org.unroll.datasets.series;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Origin;
import org.unroll.datasets.series.TimeAxis.Stamps;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.DecimalMark;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;

/**
 * Reads tables of series: columns by name, numbers with thousands separators, several series by an
 * id column or one a column. A row without a readable stamp or number is skipped and reported.
 */
record SeriesTables(SeriesConfig config, Tables tables) {

  RawTable read(Path file, DataAccess access) {
    Reading reading = new Reading(file);
    TableRows<Origin> rows = tables.read(file, reading::maker);
    RawTable table = reading.table();
    List<BadRow> bad = new ArrayList<>(rows.bad());
    bad.addAll(reading.skipped);
    TableRows<Origin> all = new TableRows<>(rows.rows(), bad, rows.read(), rows.notices());
    tables.requireFewBad(file.toString(), all);
    all.reported(file, access);
    return table;
  }

  /** Looks at the columns of a file alone. */
  void head(Path file) {
    tables.head(file, header -> new Reading(file).maker(header));
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

  /** What one pass over one file finds. */
  private final class Reading {
    private final Path file;
    private final TimeStamps stamps = new TimeStamps(config.format());
    private final Map<String, StampedRows> stamped = new LinkedHashMap<>();
    private final Map<String, List<RawSeries.Step>> counted = new LinkedHashMap<>();
    private final List<BadRow> skipped = new ArrayList<>();
    private final List<Integer> idPlaces = new ArrayList<>();
    private final List<Integer> timePlaces = new ArrayList<>();
    private final List<Integer> valuePlaces = new ArrayList<>();
    private List<String> columns = List.of();

    Reading(Path file) {
      this.file = file;
    }

    private boolean isRows() {
      return config.layout() == SeriesConfig.Layout.ROWS;
    }

    Tables.RowMaker<Origin> maker(List<String> header) {
      columns = isRows() ? config.targets() : wanted(config, header);
      new ColumnRoles(config, isRows() ? List.of() : columns).require(file, header);
      config.id().forEach(name -> idPlaces.add(header.indexOf(name)));
      if (isRows()) {
        if (idPlaces.isEmpty()) {
          idPlaces.add(0);
        }
        return this::addSeries;
      }
      config.time().forEach(name -> timePlaces.add(header.indexOf(name)));
      columns.forEach(name -> valuePlaces.add(header.indexOf(name)));
      return this::addStep;
    }

    RawTable table() {
      List<RawSeries> all = new ArrayList<>();
      boolean offsets = true;
      for (Map.Entry<String, StampedRows> each : stamped.entrySet()) {
        offsets &= each.getValue().haveOffsets();
        List<RawSeries.Step> steps = each.getValue().steps(config, skipped);
        if (!steps.isEmpty()) {
          all.add(new RawSeries(each.getKey(), steps));
        }
      }
      counted.forEach((id, found) -> all.add(new RawSeries(id, found)));
      if (all.isEmpty()) {
        throw new UserError(file + ": no rows with a stamp and numbers");
      }
      Stamps kind = isRows() ? Stamps.NONE : offsets ? Stamps.OFFSET : Stamps.LOCAL;
      RawTable table = new RawTable(file.toString(), columns, all, kind);
      return config.layout() == SeriesConfig.Layout.COLUMNS
          ? table.byColumn(config.targets())
          : table;
    }

    private String id(List<String> cells) {
      return String.join("/", idPlaces.stream().map(place -> cells.get(place).strip()).toList());
    }

    private Origin addStep(List<String> cells, Origin origin) {
      BadCell.leaveOutEmpty(cells);
      TimeStamps.Stamp stamp = stamp(cells);
      double[] values = new double[valuePlaces.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = number(cells.get(valuePlaces.get(i)), columns.get(i));
      }
      stamped
          .computeIfAbsent(id(cells), key -> new StampedRows())
          .add(stamp, new RawSeries.Step(0, values, origin));
      return origin;
    }

    private double number(String cell, String column) {
      try {
        return Cells.number(cell, column, config.decimal());
      } catch (BadCell e) {
        boolean comma = config.decimal() == DecimalMark.POINT && cell.matches("[^,]*\\d,\\d+ *");
        throw comma
            ? new BadCell(e.getMessage() + "; for a decimal comma set series.decimal: ','")
            : e;
      }
    }

    private TimeStamps.Stamp stamp(List<String> cells) {
      List<String> stamp = timePlaces.stream().map(place -> cells.get(place).strip()).toList();
      try {
        return stamps.read(String.join(" ", stamp));
      } catch (DateTimeException e) {
        throw new BadCell(e.getMessage());
      }
    }

    /** A row is a whole series; empty cells at its end belong to longer ones. */
    private Origin addSeries(List<String> cells, Origin origin) {
      String id = id(cells);
      Frequency frequency = config.countedFrequency();
      List<RawSeries.Step> steps = new ArrayList<>();
      for (int place = 0; place < cells.size(); place++) {
        if (!idPlaces.contains(place)) {
          double value = number(cells.get(place), id);
          long second = frequency.plus(0, steps.size());
          steps.add(new RawSeries.Step(second, new double[] {value}, origin));
        }
      }
      while (!steps.isEmpty() && Double.isNaN(steps.get(steps.size() - 1).values()[0])) {
        steps.remove(steps.size() - 1);
      }
      if (steps.isEmpty() || counted.putIfAbsent(id, steps) != null) {
        throw new BadCell(
            steps.isEmpty() ? "series '" + id + "' is empty" : "a second series '" + id + "'");
      }
      return origin;
    }
  }
}
