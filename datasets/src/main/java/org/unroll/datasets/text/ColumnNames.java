package org.unroll.datasets.text;

import java.util.List;
import org.unroll.core.config.NearestName;
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
    String near =
        NearestName.of(name, columns).map(known -> " Did you mean \"" + known + "\"?").orElse("");
    throw new UserError(
        "%s:1: there is no column \"%s\"; found: %s.%s Set data.columns."
            .formatted(source, name, String.join(", ", columns), near));
  }
}
