package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.HeaderNames;
import org.unroll.datasets.table.TableSketch;

/**
 * What a table with a row for each video, or folder of pictures, calls its columns.
 *
 * @param names of the columns
 * @param footage in its order
 * @param labelFiles in the same order
 * @param columns the keys of {@code data.columns} that differ from what is usual
 * @param person the column of who is seen
 */
public record RecordingListGuess(
    Path file,
    HeaderNames names,
    List<Path> footage,
    List<Path> labelFiles,
    Map<String, Object> columns,
    Optional<String> person) {
  private static final String VIDEO = "video";
  private static final String LABELS = "labels";

  /** Whether each row names another file that is there. */
  public static boolean isList(Path file) {
    TableSketch table = TableSketch.of(List.of(file));
    return video(file, table).filter(column -> column.counts().size() == table.rows()).isPresent();
  }

  /**
   * @throws UserError if files are not there, are no footage, or lack labels
   */
  public static RecordingListGuess of(Path file) {
    TableSketch table = TableSketch.of(List.of(file));
    ColumnSketch video = video(file, table).orElseThrow();
    List<Path> footage = places(file, video);
    for (Path place : footage) {
      if (!RecordingFolder.isRecording(place)) {
        throw new UserError(
            "%s: column %s names a file that is no video, %s; of frames that are a picture each put those of a recording into a folder, of tables name the folder"
                .formatted(file, video.name(), place));
      }
    }
    List<ColumnSketch> others = new ArrayList<>(table.columns());
    others.remove(video);
    List<ColumnSketch> there = named(file, others);
    Optional<ColumnSketch> labels =
        ColumnRole.LABELS.in(there).or(() -> there.stream().findFirst());
    if (labels.isEmpty()) {
      RecordingPlaces.requireLabels(footage);
    }
    HeaderNames named = HeaderNames.of(table).named(video, VIDEO);
    HeaderNames names = labels.map(column -> named.named(column, LABELS)).orElse(named);
    Map<String, Object> columns = new LinkedHashMap<>();
    putUnusual(columns, VIDEO, names.of(video));
    labels.ifPresent(column -> putUnusual(columns, LABELS, names.of(column)));
    return new RecordingListGuess(
        file,
        names,
        footage,
        labels.map(column -> places(file, column)).orElse(RecordingPlaces.labels(footage)),
        columns,
        ColumnRole.PERSON.in(others).filter(column -> column.counts().size() > 2).map(names::of));
  }

  private static Optional<ColumnSketch> video(Path file, TableSketch table) {
    List<ColumnSketch> there = named(file, table.columns());
    return ColumnRole.VIDEO.in(there).or(() -> there.stream().findFirst());
  }

  /** Those whose first cell names a file. */
  private static List<ColumnSketch> named(Path file, List<ColumnSketch> columns) {
    return columns.stream()
        .filter(column -> !column.filled().isEmpty())
        .filter(column -> RecordingPlaces.named(file, column.filled().get(0)).isPresent())
        .toList();
  }

  private static List<Path> places(Path file, ColumnSketch column) {
    List<Path> places = new ArrayList<>();
    for (String cell : column.filled()) {
      places.add(
          RecordingPlaces.named(file, cell)
              .orElseThrow(
                  () ->
                      new UserError(
                          "%s: there is no '%s' of column %s; paths go from the folder of the table"
                              .formatted(file, cell, column.name()))));
    }
    return places;
  }

  private static void putUnusual(Map<String, Object> columns, String key, String name) {
    if (!name.equals(key)) {
      columns.put(key, name);
    }
  }
}
