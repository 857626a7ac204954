package org.unroll.datasets.series;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.TableSketch;

/** Which columns tell several series of one table apart: with them no stamp comes twice. */
record IdGuess(TableSketch table, TimeColumns time) {
  /** Rows for a stamp from which on there are several series, not a clock that was put back. */
  private static final double SEVERAL = 1.5;

  /** Share of rows that may come twice all the same. */
  private static final double REPEATED = 0.01;

  /**
   * Names of columns; none if there is one series.
   *
   * @return empty if there are several which no column tells apart
   */
  Optional<List<String>> names() {
    List<String> stamps = table.joined(time.names(), " ");
    if (new HashSet<>(stamps).size() * SEVERAL > stamps.size()) {
      return Optional.of(List.of());
    }
    List<ColumnSketch> candidates = candidates(stamps);
    for (ColumnSketch column : candidates) {
      if (tellApart(List.of(column.name()), stamps)) {
        return Optional.of(List.of(column.name()));
      }
    }
    for (int i = 1; i < candidates.size(); i++) {
      for (int j = 0; j < i; j++) {
        List<String> two = List.of(candidates.get(j).name(), candidates.get(i).name());
        if (tellApart(two, stamps)) {
          return Optional.of(two);
        }
      }
    }
    return Optional.empty();
  }

  /** Texts before numbers, few values before many. */
  private List<ColumnSketch> candidates(List<String> stamps) {
    int series = stamps.size() / new HashSet<>(stamps).size();
    return table.columns().stream()
        .filter(column -> !time.names().contains(column.name()))
        .filter(column -> column.filled().size() == stamps.size())
        .filter(column -> column.cells().stream().noneMatch(cell -> cell.matches("-?\\d*[.,]\\d+")))
        .filter(column -> column.counts().size() > 1)
        .filter(column -> column.counts().size() <= Math.max(2, 2 * series))
        .sorted(
            Comparator.comparing((ColumnSketch column) -> column.isNumber())
                .thenComparing(column -> column.counts().size()))
        .toList();
  }

  private boolean tellApart(List<String> names, List<String> stamps) {
    List<String> ids = rows(names);
    Set<List<String>> distinct = new HashSet<>();
    for (int row = 0; row < ids.size(); row++) {
      distinct.add(List.of(ids.get(row), stamps.get(row)));
    }
    return ids.size() - distinct.size() <= REPEATED * ids.size();
  }

  /**
   * Which series each row is of.
   *
   * @param names of the columns that tell series apart
   */
  List<String> rows(List<String> names) {
    return table.joined(names, "/");
  }

  /**
   * Whether a column has one value for each series, and not one for all.
   *
   * @param series of each row
   */
  static boolean isFixed(ColumnSketch column, List<String> series) {
    Map<String, String> values = new HashMap<>();
    for (int row = 0; row < series.size(); row++) {
      String cell = column.cells().get(row);
      if (!values.computeIfAbsent(series.get(row), key -> cell).equals(cell)) {
        return false;
      }
    }
    return new HashSet<>(values.values()).size() > 1;
  }
}
