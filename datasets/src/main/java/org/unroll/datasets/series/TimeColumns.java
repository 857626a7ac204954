package org.unroll.datasets.series;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.TableSketch;

/**
 * The column of the time stamp, or those of date and hour.
 *
 * @param names joined by a space
 * @param stamps of all rows
 */
record TimeColumns(List<String> names, StampGuess stamps) {
  private static final List<String> NAMES =
      List.of(
          "timestamp", "datetime", "date", "time", "ds", "stamp", "period", "day", "month", "year");
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?( ?[AaPp][Mm])?");
  private static final Pattern HOUR = Pattern.compile("[01]?\\d|2[0-4]");

  /**
   * @param named those that the user named; none: to be told
   * @return empty if no column holds stamps
   * @throws UserError if the named ones hold none
   */
  static Optional<TimeColumns> of(TableSketch table, List<String> named) {
    if (!named.isEmpty()) {
      List<ColumnSketch> columns = named.stream().map(table::column).toList();
      return Optional.of(joined(table, named, true).orElseThrow(() -> noStamps(columns)));
    }
    Optional<TimeColumns> best = Optional.empty();
    int rank = Integer.MAX_VALUE;
    for (ColumnSketch column : table.columns()) {
      int own = rank(column);
      if (own < rank && column.filled().size() == column.cells().size()) {
        Optional<TimeColumns> found = joined(table, List.of(column.name()), own < NAMES.size());
        rank = found.isPresent() ? own : rank;
        best = found.isPresent() ? found : best;
      }
    }
    return best.map(found -> found.withClock(table));
  }

  /** Columns that are called so go before others. */
  private static int rank(ColumnSketch column) {
    String name = column.name().toLowerCase(Locale.ROOT);
    for (int i = 0; i < NAMES.size(); i++) {
      if (name.contains(NAMES.get(i))) {
        return i;
      }
    }
    return NAMES.size();
  }

  /**
   * @param called whether they are called like stamps: years alone must be
   */
  private static Optional<TimeColumns> joined(
      TableSketch table, List<String> names, boolean called) {
    return StampGuess.of(table.joined(names, " "), called)
        .map(stamps -> new TimeColumns(names, stamps));
  }

  private static UserError noStamps(List<ColumnSketch> columns) {
    return new UserError(
        "--time: column %s holds no time stamps that are known, such as \"%s\"; write series.format by hand"
            .formatted(columns.get(0).name(), columns.get(0).example(40)));
  }

  /** With the column of the hour, if dates come again and again and one holds hours. */
  private TimeColumns withClock(TableSketch table) {
    Set<Object> distinct = new HashSet<>(stamps.local());
    if (names.size() > 1 || 2 * distinct.size() > stamps.stamps().size()) {
      return this;
    }
    for (ColumnSketch column : table.columns()) {
      if (!names.contains(column.name()) && isClock(column)) {
        Optional<TimeColumns> both = joined(table, List.of(names.get(0), column.name()), true);
        if (both.isPresent()
            && new HashSet<>(both.get().stamps.local()).size() > 2 * distinct.size()) {
          return both.get();
        }
      }
    }
    return this;
  }

  private static boolean isClock(ColumnSketch column) {
    String name = column.name().toLowerCase(Locale.ROOT);
    boolean called = name.contains("hour") || name.contains("time") || name.contains("hr");
    return column.cells().stream().allMatch(cell -> CLOCK.matcher(cell).matches())
        || called && column.cells().stream().allMatch(cell -> HOUR.matcher(cell).matches());
  }

  /** Whether hours go from 1 to 24, so that each is called by its end. */
  boolean hasHour24(TableSketch table) {
    List<String> hours =
        table.column(names.get(names.size() - 1)).cells().stream()
            .map(cell -> cell.replaceFirst(".* ", "").replaceFirst(":.*", ""))
            .toList();
    return hours.contains("24") && !hours.contains("0") && !hours.contains("00");
  }
}
