package org.unroll.apps.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables of recordings in which a pulse comes on one of two features, soon or later: each frame is
 * of the class of the last pulse, which a net must remember.
 */
final class TinyRecordings {
  private TinyRecordings() {}

  /** Eight recordings of 6 to 13 frames. */
  static Path write(Path file) throws IOException {
    return write(file, "");
  }

  /**
   * @param before class of the frames before the pulse; empty for none
   */
  static Path write(Path file, String before) throws IOException {
    StringBuilder rows = new StringBuilder("video,frame,left,right,label\n");
    for (int recording = 0; recording < 8; recording++) {
      int pulse = 1 + recording / 2;
      boolean left = recording % 2 == 0;
      for (int frame = 0; frame < 6 + recording; frame++) {
        int now = frame == pulse ? 1 : 0;
        String label = frame < pulse ? before : left ? "left" : "right";
        rows.append(
            "v%d,%d,%d,%d,%s%n".formatted(recording, frame, left ? now : 0, left ? 0 : now, label));
      }
    }
    return Files.writeString(file, rows);
  }

  /** The same recordings to train, to validate and to test. */
  static List<String> settings(Path data) {
    List<String> settings = new ArrayList<>(of(data));
    settings.add(
        "graph={memory: {layer: gru, size: 12, input: features},"
            + " output: {layer: softmax, input: memory}}");
    return settings;
  }

  /** Without a graph. */
  static List<String> of(Path data) {
    return of(data, data, data);
  }

  static List<String> of(Path train, Path validation, Path test) {
    return List.of(
        "data={train: '%s', validation: '%s', test: '%s', batch: 4}"
            .formatted(train, validation, test),
        "clip={length: null}",
        "train={epochs: 40, updater: {adam: 0.03}, early-stop: {metric: accuracy, patience: 40}}",
        "baselines={frame-wise: false}",
        "threads=1");
  }

  /** The command line of a training. */
  static String[] train(Path run, List<String> settings, String... more) {
    List<String> command =
        new ArrayList<>(List.of("video", "train", "--no-ui", "--run-dir", run.toString()));
    settings.forEach(setting -> command.addAll(List.of("-s", setting)));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }
}
