package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.UserError;
import org.unroll.core.yaml.NearestName;

/** Finds columns by name. */
public final class ColumnNames {
  private static final int SHOWN = 12;
  private static final int LONGEST = 40;

  private ColumnNames() {}

  /** The place of a column; a user error that names the nearest column if there is none. */
  public static int find(String name, List<String> columns, String source) {
    return find(name, columns, source, "Set data.columns.");
  }

  /**
   * The same.
   *
   * @param advice what to do if there is none
   */
  static int find(String name, List<String> columns, String source, String advice) {
    int index = columns.indexOf(name);
    if (index >= 0) {
      return index;
    }
    String near =
        NearestName.of(name, columns).map(known -> " Did you mean \"" + known + "\"?").orElse("");
    throw new UserError(
        "%s:1: there is no column \"%s\"; found: %s.%s %s%s"
            .formatted(source, name, shown(columns), near, advice, hint(columns))
            .strip());
  }

  /**
   * What the names suggest that stand in the first line of a file: that it is no header, or that
   * something else stands between its cells. Begins with a space; mostly empty.
   */
  public static String hint(List<String> columns) {
    if (columns.size() == 1) {
      for (Delimiter each : Delimiter.values()) {
        if (columns.get(0).indexOf(each.character()) >= 0) {
          return " Its cells seem to be parted by %s: set data.delimiter: %s."
              .formatted(
                  each == Delimiter.TAB ? "a tab" : "'" + each.character() + "'",
                  each.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    return columns.stream().anyMatch(ColumnNames::isNoName)
        ? " This looks like a row, not like a header: name the columns by data.header, such as header: [text, label]."
        : "";
  }

  private static boolean isNoName(String column) {
    return column.matches("-?\\d+([.,]\\d+)?") || column.length() > LONGEST && column.contains(" ");
  }

  /** The first names only: a file that is no table may have names without end. */
  static String shown(List<String> columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns.subList(0, Math.min(SHOWN, columns.size()))) {
      String name = column.replaceAll("\\p{Cntrl}", " ");
      names.add(name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name);
    }
    return String.join(", ", names) + (columns.size() > SHOWN ? ", …" : "");
  }
}
