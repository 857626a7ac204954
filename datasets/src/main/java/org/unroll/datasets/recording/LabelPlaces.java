package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the label file of a recording lies that no table names: beside it. */
final class LabelPlaces {
  /** The folder of label files beside the recordings. */
  static final String FOLDER = "labels";

  private static final List<String> ENDINGS =
      List.of(".csv", ".tsv", ".jsonl", ".csv.gz", ".tsv.gz", ".jsonl.gz");

  private LabelPlaces() {}

  /** {@code a.csv} or {@code labels/a.csv} of {@code a.mp4}, of the folder {@code a}. */
  static Optional<Path> of(Path recording) {
    String base = base(recording);
    for (String folder : List.of("", FOLDER + "/")) {
      for (String ending : ENDINGS) {
        Path place = recording.resolveSibling(folder + base + ending);
        if (!place.equals(recording) && Files.isRegularFile(place)) {
          return Optional.of(place);
        }
      }
    }
    return Optional.empty();
  }

  private static String base(Path recording) {
    String name = recording.getFileName().toString();
    return Files.isDirectory(recording) ? name : NamedPlace.withoutEnding(name);
  }

  /** For the message that there is none. */
  static String expected(Path recording) {
    String name = base(recording) + ".csv";
    return "expected %s beside it, or %s/%s".formatted(name, FOLDER, name);
  }
}
