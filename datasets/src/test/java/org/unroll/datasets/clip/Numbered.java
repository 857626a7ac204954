package org.unroll.datasets.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.data.Origin;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.recording.FrameLabels;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.video.FeatureFrames;

/** Recordings whose frames say where they are from: recording and frame, each from 1. */
final class Numbered {
  private record Section(ClipConfig clip) {}

  private Numbered() {}

  static ClipConfig clip(String yaml) {
    ConfigText text = new ConfigText("test.yaml", "clip: " + yaml);
    return new ConfigLoader<>(Section.class).load(text, List.of(), List.of()).config().clip();
  }

  static FeatureInput input(int... lengths) {
    List<FeatureFrames> all = new ArrayList<>();
    for (int recording = 0; recording < lengths.length; recording++) {
      all.add(frames(recording, lengths[recording]));
    }
    return new FeatureInput(all, 2);
  }

  private static FeatureFrames frames(int recording, int length) {
    float[][] rows = new float[length][];
    Arrays.setAll(rows, frame -> new float[] {recording + 1, frame + 1});
    return new FeatureFrames(List.of("recording", "frame"), rows);
  }

  /** A class for each frame; {@code -} for none. */
  static Recording classes(String name, String labels) {
    List<String> names = Arrays.stream(labels.split(" ")).map(c -> c.equals("-") ? "" : c).toList();
    return recording(name, new FrameLabels.OfClasses(names));
  }

  /** A number for each frame. */
  static Recording numbers(String name, double... numbers) {
    double[][] rows =
        Arrays.stream(numbers).mapToObj(n -> new double[] {n}).toArray(double[][]::new);
    return recording(name, new FrameLabels.OfNumbers(List.of("angle"), rows));
  }

  static Recording recording(String name, FrameLabels labels) {
    return new Recording(
        name, Map.of(), frames(0, labels.length()), Optional.of(labels), 25, Origin.file(name));
  }

  /** Neither background nor bands. */
  static OutcomeConfig plain() {
    return new OutcomeConfig(Optional.empty(), Optional.empty());
  }
}
