package org.unroll.datasets.series;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.datavec.api.writable.Writable;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.yaml.NearestName;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRecordReader;

/**
 * The load track of GEFCom2012 (Hong, Pinson and Fan, IJF 30(2), 2014) as one table: a row an hour
 * (hour-ending), columns {@code zone1 … zone20}, {@code total}, {@code station1 … station11} and
 * {@code holiday}. The back-cast weeks and the last days come from the published solutions; 18
 * hours of 30 June 2008 were never published, so the table ends before them: at 6:00.
 */
final class Gefcom2012 {
  private static final int ZONES = 20;
  private static final int STATIONS = 11;
  private static final int TOTAL = 21;
  private static final long DAY = 86_400;
  private static final long HOUR = 3_600;

  /** 2008-06-30 06:00, the last hour before those never published. */
  private static final long END = LocalDate.of(2008, 6, 30).toEpochDay() * DAY + 6 * HOUR;

  private final Path folder;
  private final List<String> wanted;
  private final Map<Long, double[]> hours = new TreeMap<>();

  Gefcom2012(Path folder, SeriesConfig config) {
    this.folder = folder;
    List<String> columns = columns();
    this.wanted = SeriesTables.wanted(config, columns);
    for (String column : wanted) {
      if (!columns.contains(column)) {
        throw new UserError(
            "gefcom2012 has no column '" + column + "'" + NearestName.suggest(column, columns));
      }
    }
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (int zone = 1; zone <= ZONES; zone++) {
      columns.add("zone" + zone);
    }
    columns.add("total");
    for (int station = 1; station <= STATIONS; station++) {
      columns.add("station" + station);
    }
    columns.add("holiday");
    return columns;
  }

  RawTable table() {
    readDays("Load_history.csv", 0, "zone");
    readDays("Load_solution.csv", 1, "zone");
    readDays("temperature_history.csv", 0, "station");
    addTotal();
    addHolidays();
    List<RawSeries.Step> rows = new ArrayList<>();
    hours.forEach(
        (second, values) -> {
          if (second <= END) {
            rows.add(new RawSeries.Step(second, values, new Origin("gefcom2012", rows.size() + 1)));
          }
        });
    return new RawTable(
        "gefcom2012", wanted, List.of(new RawSeries("", rows)), TimeAxis.Stamps.LOCAL);
  }

  /** Rows of zone or station, year, month, day and 24 hours, after {@code skip} other cells. */
  private void readDays(String file, int skip, String kind) {
    for (List<Writable> row : rows(file)) {
      int number = integer(row, skip);
      int column = wanted.indexOf(kind + number);
      boolean summed = kind.equals("zone") && number < TOTAL && wanted.contains("total");
      if (column < 0 && !summed) {
        continue;
      }
      LocalDate day =
          LocalDate.of(integer(row, skip + 1), integer(row, skip + 2), integer(row, skip + 3));
      for (int hour = 1; hour <= 24; hour++) {
        double value = Cells.number(row.get(skip + 3 + hour).toString(), file);
        if (!Double.isNaN(value)) {
          put(day.toEpochDay() * DAY + hour * HOUR, column, summed, value);
        }
      }
    }
  }

  private void put(long second, int column, boolean summed, double value) {
    double[] values = hours.computeIfAbsent(second, key -> empty());
    if (column >= 0) {
      values[column] = value;
    }
    if (summed) {
      sums.merge(second, new double[] {value, 1}, Gefcom2012::sum);
    }
  }

  private final Map<Long, double[]> sums = new TreeMap<>();

  private static double[] sum(double[] a, double[] b) {
    return new double[] {a[0] + b[0], a[1] + b[1]};
  }

  private double[] empty() {
    double[] values = new double[wanted.size()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Of all twenty zones, where all are known. */
  private void addTotal() {
    int column = wanted.indexOf("total");
    sums.forEach(
        (second, sum) -> {
          if (sum[1] == ZONES) {
            hours.get(second)[column] = sum[0];
          }
        });
  }

  private void addHolidays() {
    int column = wanted.indexOf("holiday");
    if (column < 0) {
      return;
    }
    Set<LocalDate> days = holidays();
    hours.forEach(
        (second, values) ->
            values[column] = days.contains(LocalDate.ofEpochDay((second - HOUR) / DAY)) ? 1 : 0);
  }

  /** A row a holiday, a column a year: "Monday, January 2", or with the year behind. */
  private Set<LocalDate> holidays() {
    DateTimeFormatter form = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
    Set<LocalDate> days = new HashSet<>();
    for (List<Writable> row : rows("Holiday_List.csv")) {
      for (int column = 1; column < row.size(); column++) {
        String[] parts = row.get(column).toString().split(", *");
        if (parts.length >= 2) {
          String year = parts.length > 2 ? parts[2] : Integer.toString(2003 + column);
          days.add(LocalDate.parse(parts[1].strip() + ", " + year.strip(), form));
        }
      }
    }
    return days;
  }

  private static int integer(List<Writable> row, int place) {
    return Integer.parseInt(row.get(place).toString().strip());
  }

  private List<List<Writable>> rows(String file) {
    Path path = folder.resolve(file);
    List<List<Writable>> rows = new ArrayList<>();
    try (TableRecordReader reader = new TableRecordReader()) {
      reader.initialize(path);
      while (reader.hasNext()) {
        rows.add(reader.next());
      }
      return rows;
    } catch (IOException e) {
      throw PlainTextFile.unreadable(path, e);
    }
  }
}
