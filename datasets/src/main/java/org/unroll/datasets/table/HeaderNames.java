package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a draft calls columns: as their header does, or where there is none, by what they hold.
 *
 * @param table the columns
 * @param given names for numbered columns
 */
public record HeaderNames(TableSketch table, Map<String, String> given) {
  /** Nothing is named yet. */
  public static HeaderNames of(TableSketch table) {
    return new HeaderNames(table, Map.of());
  }

  /** The same; a column of a table without a header is called {@code name}. */
  public HeaderNames named(ColumnSketch column, String name) {
    Map<String, String> more = new LinkedHashMap<>(given);
    if (!table.named()) {
      more.put(column.name(), name);
    }
    return new HeaderNames(table, more);
  }

  /** What a config calls a column. */
  public String of(ColumnSketch column) {
    return given.getOrDefault(column.name(), column.name());
  }

  /** The key {@code header}: up to the last column that was named. */
  public Optional<List<String>> header() {
    if (table.named()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    int last = 0;
    for (ColumnSketch column : table.columns()) {
      names.add(of(column));
      last = given.containsKey(column.name()) ? names.size() : last;
    }
    return Optional.of(names.subList(0, last));
  }
}
