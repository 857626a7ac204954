package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.yaml.NearestName;

/** Finds columns by name. */
public final class ColumnNames {
  private static final int SHOWN = 12;
  private static final int LONGEST = 40;

  private ColumnNames() {}

  /** The place of a column; a user error that names the nearest column if there is none. */
  public static int find(String name, List<String> columns, String source) {
    int index = columns.indexOf(name);
    if (index >= 0) {
      return index;
    }
    String near =
        NearestName.of(name, columns).map(known -> " Did you mean \"" + known + "\"?").orElse("");
    throw new UserError(
        "%s:1: there is no column \"%s\"; found: %s.%s Set data.columns."
            .formatted(source, name, shown(columns), near));
  }

  /** The first names only: a file that is no table may have names without end. */
  private static String shown(List<String> columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns.subList(0, Math.min(SHOWN, columns.size()))) {
      String name = column.replaceAll("\\p{Cntrl}", " ");
      names.add(name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name);
    }
    return String.join(", ", names) + (columns.size() > SHOWN ? ", …" : "");
  }
}
