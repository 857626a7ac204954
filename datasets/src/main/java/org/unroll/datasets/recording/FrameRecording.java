package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.video.Frames;

/**
 * Makes a recording of rows of a table of frames.
 *
 * @param file the table
 * @param maker of the rows
 * @param rows at least one
 */
record FrameRecording(Path file, FrameFiles files, FrameRowMaker maker, List<FrameRow> rows) {
  /**
   * @param apart its label file; empty if the labels stand in the rows, or there are none
   */
  Recording recording(String name, Optional<Path> apart) {
    double rate = files.data().rate();
    int[] numbers = numbers();
    Optional<FrameLabels> labels =
        apart.isPresent()
            ? apart.map(at -> LabelFile.read(at, files, FrameNumbers.of(numbers, rate), file))
            : maker.labels().map(cells -> cells.labels(values()));
    Frames frames = maker.isOfPictures() ? pictures() : features(numbers);
    return new Recording(name, about(), frames, labels, rate, rows.get(0).origin());
  }

  private List<LabelValue> values() {
    return rows.stream().map(row -> row.label().orElseThrow()).toList();
  }

  /** Gaps are allowed: trackers lose sight of people. */
  private int[] numbers() {
    if (!maker.isNumbered()) {
      int first = files.data().columns().firstFrame();
      return FrameNumbers.counted(first, rows.size(), 1).numbers();
    }
    int[] numbers = new int[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = rows.get(i).number();
      if (i > 0 && numbers[i] <= numbers[i - 1]) {
        throw new UserError(
            "%s: frame %d after frame %d; expected a row for each frame, in order"
                .formatted(rows.get(i).origin(), numbers[i], numbers[i - 1]));
      }
    }
    return numbers;
  }

  private Frames features(int[] numbers) {
    if (maker.featureNames().isEmpty()) {
      throw new UserError(
          "%s:1: no column of numbers; expected features of each frame, or pictures in a column \"%s\". Set data.columns."
              .formatted(file, files.data().columns().frame()));
    }
    if (files.data().columns().features().isEmpty()) {
      files.tellOnce(
          "features of a frame: %s; data.columns.features names others"
              .formatted(String.join(", ", maker.featureNames())));
    }
    float[][] values = rows.stream().map(FrameRow::features).toArray(float[][]::new);
    return new RawFeatures(maker.featureNames(), values, numbers, rows.get(0).origin())
        .frames(files.data().features(), files);
  }

  private Frames pictures() {
    List<Path> places = new ArrayList<>();
    for (FrameRow row : rows) {
      places.add(NamedPlace.require(FolderFiles.folderOf(file), row.picture(), row.origin()));
    }
    return files.pictures().pictures(places);
  }

  /** What is the same in all rows. */
  private Map<String, String> about() {
    Map<String, String> about = new LinkedHashMap<>();
    List<String> names = maker.aboutNames();
    for (int i = 0; i < names.size(); i++) {
      String value = rows.get(0).about().get(i);
      boolean same = true;
      for (FrameRow row : rows) {
        same &= row.about().get(i).equals(value);
      }
      if (same) {
        about.put(names.get(i), value);
      }
    }
    return about;
  }
}
