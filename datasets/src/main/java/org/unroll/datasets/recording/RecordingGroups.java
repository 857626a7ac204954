package org.unroll.datasets.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unroll.core.UserError;

/**
 * Which recordings belong together: those of one value of a column.
 *
 * @param column {@code video} keeps each recording for itself
 */
record RecordingGroups(String column, FrameColumns columns) {
  /** Each recording for itself, whatever its column is called. */
  static final String VIDEO = "video";

  /**
   * The recordings by value, both in their order.
   *
   * @throws UserError if one has no value
   */
  Map<String, List<Recording>> of(List<Recording> all) {
    Map<String, List<Recording>> groups = new TreeMap<>();
    for (Recording recording : all) {
      groups.computeIfAbsent(value(recording), value -> new ArrayList<>()).add(recording);
    }
    return groups;
  }

  private String value(Recording recording) {
    String value = recording.about().get(column);
    if (value != null && !value.isEmpty()) {
      return value;
    }
    if (column.equals(VIDEO) || column.equals(columns.video())) {
      return recording.name();
    }
    TreeSet<String> known = new TreeSet<>(recording.about().keySet());
    known.add(VIDEO);
    throw new UserError(
        "%s: nothing in column \"%s\", by which the recordings are cut, or not the same in all its rows; there are %s"
            .formatted(recording.origin(), column, String.join(", ", known)));
  }
}
