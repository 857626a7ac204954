package org.unroll.datasets.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.yaml.NearestName;
import org.unroll.datasets.table.ColumnNames;

/** Which key of the config asks for a column, to say so of all that a file lacks at once. */
record ColumnRoles(SeriesConfig config, List<String> columns) {

  /**
   * @param header the columns of the file
   * @throws UserError if a column is missing
   */
  void require(Path file, List<String> header) {
    List<String> needed = new ArrayList<>(config.id());
    if (config.layout() != SeriesConfig.Layout.ROWS) {
      needed.addAll(config.time());
    }
    needed.addAll(columns);
    List<String> missing = new ArrayList<>();
    for (String column : needed) {
      if (!header.contains(column)) {
        String near =
            NearestName.of(column, header).map(n -> "; did you mean " + n + "?").orElse("");
        missing.add("'%s' (series.%s%s)".formatted(column, role(column), near));
      }
    }
    if (!missing.isEmpty()) {
      String advice = ColumnNames.hint(header);
      throw new UserError(
          ("%s:1: there is no column %s; the file has %s.%s Name the file's columns under series; a"
                  + " role that it has no columns for is set to [], such as series.future: []. A"
                  + " trained net needs the columns it was trained with.")
              .formatted(file, String.join(", ", missing), String.join(", ", header), advice));
    }
  }

  private String role(String column) {
    if (config.id().contains(column)) {
      return "id";
    } else if (config.time().contains(column)) {
      return "time";
    } else if (config.targets().contains(column)) {
      return "targets";
    } else if (config.past().contains(column)) {
      return "past";
    } else if (config.future().contains(column)) {
      return "future";
    }
    return config.fixed().contains(column) ? "fixed" : "derive";
  }
}
