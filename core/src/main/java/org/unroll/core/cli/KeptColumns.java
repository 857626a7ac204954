package org.unroll.core.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.AskedRow;
import picocli.CommandLine.Option;

/** What {@code predict} writes of a row beside the answer. */
final class KeptColumns {
  private static final String ALL = "all";

  @Option(
      names = "--keep",
      split = ",",
      paramLabel = "COLUMN",
      description = "Writes these columns of the input beside the answers; all for every one.")
  private List<String> names = new ArrayList<>();

  /** Whether the answers are about rows, of which something is kept or was not read. */
  boolean matters(List<? extends AskedRow<?>> rows, boolean all) {
    return all || !names.isEmpty() || rows.stream().anyMatch(row -> row.input().isEmpty());
  }

  /**
   * What is kept of each row, by column; where a row could not be read it is empty.
   *
   * @param all whether all is kept that is not named
   * @throws UserError if a column is named that there is not
   */
  List<Map<String, String>> of(List<? extends AskedRow<?>> rows, boolean all) {
    Set<String> found = new LinkedHashSet<>();
    rows.forEach(row -> found.addAll(row.cells().keySet()));
    List<String> kept = new ArrayList<>();
    if (all && names.isEmpty() || names.equals(List.of(ALL)) && !found.contains(ALL)) {
      kept.addAll(found);
    } else {
      names.forEach(name -> kept.add(required(name, found)));
    }
    List<Map<String, String>> cells = new ArrayList<>();
    for (AskedRow<?> row : rows) {
      Map<String, String> each = new LinkedHashMap<>();
      kept.forEach(name -> each.put(name, row.cells().getOrDefault(name, "")));
      cells.add(each);
    }
    return cells;
  }

  private static String required(String name, Set<String> found) {
    if (found.contains(name)) {
      return name;
    }
    throw new UserError(
        "--keep %s: the input has no such column%s"
            .formatted(name, found.isEmpty() ? "" : "; found: " + String.join(", ", found)));
  }

  /**
   * @throws UserError if columns are asked for where there are no rows
   */
  void requireRows(boolean rows) {
    if (!rows && !names.isEmpty()) {
      throw new UserError("--keep names columns of a file: give it by --in FILE");
    }
  }
}
