package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The data sets of the catalogue that hold recordings, each with a split. To add one: a YAML file
 * in the catalogue, and a constant here that says how to read it.
 */
enum CataloguedRecordings {
  /** Seven videos of three users (Madeo, Lima and Peres, SAC 2013). */
  GESTURE_PHASE(RecordingSplit.random("video"), Map.of("video", 7, "user", 3, "story", 3)) {
    @Override
    List<Recording> read(Path folder, FrameFiles files) {
      return new GesturePhase(folder, files).read();
    }
  },
  /** Two recordings of each of ten subjects (Xia, Chen and Aggarwal, CVPR workshop 2012). */
  UTKINECT(RecordingSplit.random("subject"), Map.of("video", 20, "subject", 10)) {
    @Override
    List<Recording> read(Path folder, FrameFiles files) {
      return new Utkinect(folder, files).read();
    }
  },
  /** One drive: three quarters to train and, at their end, to validate; the last tests. */
  UDACITY_SIM(RecordingSplit.time(0.6, 0.15, 0.25), Map.of()) {
    @Override
    List<Recording> read(Path folder, FrameFiles files) {
      return List.of(new UdacitySim(folder, files).read());
    }
  };

  private final RecordingSplit split;
  private final Map<String, Integer> values;

  CataloguedRecordings(RecordingSplit split, Map<String, Integer> values) {
    this.split = split;
    this.values = values;
  }

  RecordingSplit split() {
    return split;
  }

  /**
   * @param folder with the data set's files
   */
  abstract List<Recording> read(Path folder, FrameFiles files);

  /** Its name in the catalogue. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many values a column of a data set has, if that is known. */
  static OptionalInt values(String set, String column) {
    for (CataloguedRecordings each : values()) {
      if (each.key().equals(set) && each.values.containsKey(column)) {
        return OptionalInt.of(each.values.get(column));
      }
    }
    return OptionalInt.empty();
  }
}
