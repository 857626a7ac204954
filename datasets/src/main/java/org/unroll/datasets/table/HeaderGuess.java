package org.unroll.datasets.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether the first row of a table names its columns. A row does not that holds a number, a date, a
 * sentence or a value which comes again below, unless its numbers count the columns; where nothing
 * speaks against it, it does.
 */
final class HeaderGuess {
  private static final Pattern DATE = Pattern.compile("\\d{1,4}([-/.])\\d{1,2}\\1\\d{1,4}.*");
  private static final Pattern SENTENCE = Pattern.compile(".*[.!?…。！？]\"?");
  private static final Pattern DIGIT = Pattern.compile(".*\\d.*");
  private static final int LONGEST = 60;
  private static final int CLASSES = 50;

  /** Columns that chance hardly counts. */
  private static final int COUNTED = 3;

  private HeaderGuess() {}

  /**
   * @param columns of all rows, the first included
   */
  static boolean isHeader(List<ColumnSketch> columns) {
    List<String> first = columns.stream().map(column -> column.cells().get(0)).toList();
    List<String> names = first.stream().filter(name -> !name.isEmpty()).toList();
    if (countsColumns(first)) {
      return true;
    }
    if (names.stream().anyMatch(HeaderGuess::isValue)
        || names.stream().allMatch(name -> SENTENCE.matcher(name).matches())
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

  /** Whether its numbers are those of the columns, as of tables whose columns had no names. */
  private static boolean countsColumns(List<String> first) {
    for (int from = 0; from <= 1; from++) {
      int counted = 0;
      int others = 0;
      for (int place = 0; place < first.size(); place++) {
        boolean isCounted = first.get(place).equals(String.valueOf(place + from));
        counted += isCounted ? 1 : 0;
        others += !isCounted && new ColumnSketch("", List.of(first.get(place))).isNumber() ? 1 : 0;
      }
      if (counted >= COUNTED && others == 0) {
        return true;
      }
    }
    return false;
  }

  /** A number, a date, a sentence; {@code No} and {@code Vol.} are names. */
  private static boolean isValue(String cell) {
    return DIGIT.matcher(cell).matches() && new ColumnSketch("", List.of(cell)).isNumber()
        || DATE.matcher(cell).matches()
        || cell.contains(" ") && SENTENCE.matcher(cell).matches()
        || cell.length() > LONGEST;
  }

  /** Whether the first cell is one of a few values of its column. */
  private static boolean repeatsFirst(ColumnSketch column) {
    Map<String, Integer> counts = column.counts();
    return counts.size() <= CLASSES && counts.getOrDefault(column.cells().get(0), 0) > 1;
  }
}
