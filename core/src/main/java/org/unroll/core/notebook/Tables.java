package org.unroll.core.notebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.core.metric.Scale;
import org.unroll.core.metric.Table;

/** Tables in few words, for cells. */
public final class Tables {
  private Tables() {}

  /**
   * @param header names of the columns
   * @param rows a value a column; numbers are rounded for reading
   * @throws IllegalArgumentException if a row has more or fewer values than the header
   */
  public static Table rows(String title, List<String> header, List<? extends List<?>> rows) {
    List<List<String>> cells = new ArrayList<>();
    for (List<?> row : rows) {
      cells.add(row.stream().map(Tables::cell).toList());
    }
    return new Table(title, header, cells);
  }

  /**
   * A row for each record, a column for each of its components.
   *
   * @param columns the components to show; none for all
   * @throws IllegalArgumentException if there is no record, or no component of a name
   */
  public static Table records(String title, List<? extends Record> records, String... columns) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException("table '" + title + "': no record to show");
    }
    List<RecordComponent> shown = components(records.get(0).getClass(), List.of(columns));
    List<List<?>> rows = new ArrayList<>();
    for (Record each : records) {
      rows.add(shown.stream().map(column -> value(column, each)).toList());
    }
    return rows(title, shown.stream().map(RecordComponent::getName).toList(), rows);
  }

  private static List<RecordComponent> components(Class<?> type, List<String> names) {
    List<RecordComponent> all = Arrays.asList(type.getRecordComponents());
    List<String> known = all.stream().map(RecordComponent::getName).toList();
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException(
          "%s has no components %s but %s".formatted(type.getSimpleName(), names, known));
    }
    return names.isEmpty()
        ? all
        : names.stream().map(name -> all.get(known.indexOf(name))).toList();
  }

  private static Object value(RecordComponent column, Record of) {
    try {
      column.getAccessor().setAccessible(true); // a record of a cell's own is no public one
      return column.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + column, e);
    }
  }

  private static String cell(Object value) {
    boolean fraction = value instanceof Double || value instanceof Float;
    return fraction ? Scale.OPEN.text(((Number) value).doubleValue()) : String.valueOf(value);
  }
}
