package org.unroll.datasets.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether the first row of a table names its columns. A row does not that holds a number, a date, a
 * sentence or a value which comes again below; where nothing speaks against it, it does.
 */
final class HeaderGuess {
  private static final Pattern DATE = Pattern.compile("\\d{1,4}([-/.])\\d{1,2}\\1\\d{1,4}.*");
  private static final Pattern SENTENCE = Pattern.compile(".*[.!?…。！？]\"?");
  private static final int LONGEST = 60;
  private static final int CLASSES = 50;

  private HeaderGuess() {}

  /**
   * @param columns of all rows, the first included
   */
  static boolean isHeader(List<ColumnSketch> columns) {
    List<String> first = columns.stream().map(column -> column.cells().get(0)).toList();
    List<String> names = first.stream().filter(name -> !name.isEmpty()).toList();
    if (names.stream().anyMatch(HeaderGuess::isValue)
        || new HashSet<>(names).size() < names.size()) {
      return false;
    }
    for (ColumnSketch column : columns) {
      List<String> cells = column.cells();
      if (new ColumnSketch("", cells.subList(1, cells.size())).isNumber()) {
        return true;
      }
    }
    return columns.stream().noneMatch(HeaderGuess::repeatsFirst);
  }

  private static boolean isValue(String cell) {
    return new ColumnSketch("", List.of(cell)).isNumber()
        || DATE.matcher(cell).matches()
        || SENTENCE.matcher(cell).matches()
        || cell.length() > LONGEST;
  }

  /** Whether the first cell is one of a few values of its column. */
  private static boolean repeatsFirst(ColumnSketch column) {
    Map<String, Integer> counts = column.counts();
    return counts.size() <= CLASSES && counts.getOrDefault(column.cells().get(0), 0) > 1;
  }
}
