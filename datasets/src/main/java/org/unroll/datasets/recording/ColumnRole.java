package org.unroll.datasets.recording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.unroll.datasets.table.ColumnSketch;

/** What columns of recordings, frames and labels are commonly called. */
public enum ColumnRole {
  VIDEO("video", "recording", "file", "filename", "clip", "session", "trial", "sequence", "path"),
  LABELS("labels", "annotation", "annotations"),
  LABEL(
      "label",
      "class",
      "phase",
      "action",
      "activity",
      "gesture",
      "state",
      "event",
      "behavior",
      "behaviour",
      "labels",
      "target"),
  START("start", "begin", "onset", "from"),
  END("end", "stop", "offset", "to"),
  FRAME("frame", "frames", "index"),
  TIME("time", "timestamp", "seconds", "second", "sec", "ms", "t"),
  PERSON("subject", "person", "user", "participant", "actor", "patient", "driver");

  private final Set<String> names;

  ColumnRole(String... names) {
    this.names = Set.of(names);
  }

  /** The first that is called so, or else has such a word in its name: {@code start_frame}. */
  public Optional<ColumnSketch> in(List<ColumnSketch> columns) {
    return columns.stream()
        .filter(column -> names.contains(lower(column)))
        .findFirst()
        .or(() -> columns.stream().filter(this::isCalledIn).findFirst());
  }

  private boolean isCalledIn(ColumnSketch column) {
    return List.of(lower(column).split("[^a-z]+")).stream().anyMatch(names::contains);
  }

  private static String lower(ColumnSketch column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
