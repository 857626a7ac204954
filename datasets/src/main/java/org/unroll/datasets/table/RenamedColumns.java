package org.unroll.datasets.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;

/**
 * Columns that one file calls otherwise than the data of the training.
 *
 * @param names what they are called in the file, by what they were called then
 */
record RenamedColumns(Map<String, String> names) {
  /**
   * The columns of the file as they were called then.
   *
   * @throws UserError if the file lacks one
   */
  List<String> of(Path file, List<String> found) {
    List<String> columns = new ArrayList<>(found);
    for (Map.Entry<String, String> each : names.entrySet()) {
      int place = ColumnNames.find(each.getValue(), found, file.toString(), "Mend --columns.");
      int taken = columns.indexOf(each.getKey());
      if (taken >= 0 && !names.containsValue(each.getKey())) {
        columns.set(taken, each.getKey() + " (not " + each.getValue() + ")");
      }
      columns.set(place, each.getKey());
    }
    return columns;
  }
}
