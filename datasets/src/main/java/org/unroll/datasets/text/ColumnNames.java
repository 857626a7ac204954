package org.unroll.datasets.text;

import java.util.List;
import org.unroll.core.config.UserError;

/** Finds columns by name. */
final class ColumnNames {
  private ColumnNames() {}

  /** The place of a column; a user error that names the nearest column if there is none. */
  static int find(String name, List<String> columns, String source) {
    int index = columns.indexOf(name);
    if (index >= 0) {
      return index;
    }
    throw new UserError(
        "%s:1: there is no column \"%s\"; found: %s. Did you mean \"%s\"? Set data.columns."
            .formatted(source, name, String.join(", ", columns), nearest(name, columns)));
  }

  private static String nearest(String name, List<String> columns) {
    String nearest = columns.get(0);
    for (String column : columns) {
      if (distance(name, column) < distance(name, nearest)) {
        nearest = column;
      }
    }
    return nearest;
  }

  /** Levenshtein's edit distance, case ignored. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
