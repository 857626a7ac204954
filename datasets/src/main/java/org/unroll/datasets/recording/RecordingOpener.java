package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.TableFormat;

/**
 * Opens the recording that a video file, a folder of pictures or a table of frames is.
 *
 * @param labelled whether it must have labels
 */
record RecordingOpener(FrameFiles files, boolean labelled) {
  /**
   * @param name of the recording
   * @param about what a table says of it
   * @param labels file of its labels; empty if it is to be looked for
   * @param origin where it is named
   */
  Recording open(
      Path place, String name, Map<String, String> about, Optional<Path> labels, Origin origin) {
    if (TableFormat.isTable(place) && !Files.isDirectory(place)) {
      Recording table = ofTable(place, labels);
      Map<String, String> all = new HashMap<>(table.about());
      all.putAll(about);
      return new Recording(name, all, table.frames(), table.labels(), table.rate(), origin);
    }
    PictureSource.Footage footage = files.footage(place);
    double rate = footage.rate().orElse(files.data().rate());
    Optional<FrameLabels> read =
        labelled ? Optional.of(labels(place, footage, labels)) : Optional.empty();
    return new Recording(name, about, footage.frames(), read, rate, origin);
  }

  private Recording ofTable(Path table, Optional<Path> labels) {
    List<Recording> all =
        labelled && labels.isPresent()
            ? FrameTable.read(table, files, labels.get())
            : FrameTable.read(table, files, labelled);
    if (all.size() > 1) {
      throw new UserError(
          "%s: it has %d recordings in a column \"%s\"; expected one"
              .formatted(table, all.size(), files.data().columns().video()));
    }
    return all.get(0);
  }

  private FrameLabels labels(Path place, PictureSource.Footage footage, Optional<Path> named) {
    Path file =
        named
            .or(() -> LabelPlaces.of(place))
            .orElseThrow(
                () -> new UserError(place + ": no labels; " + LabelPlaces.expected(place)));
    double rate = footage.ownRate().orElse(footage.rate().orElse(files.data().rate()));
    FrameNumbers numbers = FrameNumbers.of(footage, files.data().columns().firstFrame(), rate);
    return RecordingPart.labels(LabelFile.read(file, files, numbers, place), footage.places());
  }
}
