package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.datasets.table.Tables;

/**
 * Reads a table whose rows are frames: of features, or of pictures that its column {@code frame}
 * names. The column {@code video} tells recordings apart; without it the table is one. Labels stand
 * in it, or in {@code labels/<its name>.csv}. Not thread-safe.
 */
final class FrameTable implements Tables.Layout<FrameRow> {
  private final Path file;
  private final FrameFiles files;
  private final Wanted wanted;
  private Optional<Path> apart = Optional.empty();
  private Optional<FrameRowMaker> maker = Optional.empty();

  /**
   * @param labelled whether there must be labels
   * @param named label file of its only recording, if another table names it
   */
  private record Wanted(boolean labelled, Optional<Path> named) {}

  private FrameTable(Path file, FrameFiles files, Wanted wanted) {
    this.file = file;
    this.files = files;
    this.wanted = wanted;
  }

  /** The recordings of a table, in its order; each with labels if there must be some. */
  static List<Recording> read(Path file, FrameFiles files, boolean labelled) {
    return read(file, files, new Wanted(labelled, Optional.empty()));
  }

  /** The same with the labels of a file. */
  static List<Recording> read(Path file, FrameFiles files, Path labels) {
    return read(file, files, new Wanted(true, Optional.of(labels)));
  }

  private static List<Recording> read(Path file, FrameFiles files, Wanted wanted) {
    FrameTable table = new FrameTable(file, files, wanted);
    return table.recordings(files.frameRows(file, table));
  }

  @Override
  public Tables.RowMaker<FrameRow> of(List<String> header) {
    boolean inside = header.containsAll(files.data().columns().predicted());
    if (wanted.labelled()) {
      apart = wanted.named().or(() -> inside ? Optional.empty() : LabelPlaces.of(file));
    }
    boolean mustHave = wanted.labelled() && apart.isEmpty();
    maker = Optional.of(new FrameRowMaker(files.data(), file, header, mustHave));
    return maker.get();
  }

  private List<Recording> recordings(List<FrameRow> rows) {
    if (rows.isEmpty()) {
      throw new UserError(file + ": no rows; expected one for each frame");
    }
    Map<String, List<FrameRow>> all = byRecording(rows);
    if (apart.isPresent() && all.size() > 1) {
      throw new UserError(
          "%s: %s has %d recordings; a label file is of one"
              .formatted(apart.get(), file, all.size()));
    }
    List<Recording> recordings = new ArrayList<>();
    all.forEach((name, found) -> recordings.add(recording(name, found)));
    return recordings;
  }

  private Recording recording(String name, List<FrameRow> rows) {
    FrameRecording made = new FrameRecording(file, files, maker.orElseThrow(), rows);
    return made.recording(name, apart);
  }

  private Map<String, List<FrameRow>> byRecording(List<FrameRow> rows) {
    Map<String, List<FrameRow>> all = new LinkedHashMap<>();
    String own = NamedPlace.withoutEnding(file.getFileName().toString());
    String before = "";
    for (FrameRow row : rows) {
      String name = row.recording().isEmpty() ? own : row.recording();
      if (all.containsKey(name) && !name.equals(before)) {
        throw new UserError(
            "%s: the recording '%s' goes on after '%s'; put its rows together, or if it is another, give it another name"
                .formatted(row.origin(), name, before));
      }
      all.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
      before = name;
    }
    return all;
  }
}
