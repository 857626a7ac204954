package org.unroll.apps.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.data.Origin;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.video.FeatureFrames;

/**
 * What is labelled.
 *
 * @param video a file or a folder of pictures; of features, what the recording is called
 * @param rate frames a second of features
 * @param names of the features of a frame; none of a video
 * @param features {@code [frame][feature]}
 */
public record VideoInput(
    String video, double rate, List<String> names, List<List<Double>> features) {
  /** A recording that was read. */
  static VideoInput of(Recording recording) {
    if (!(recording.frames() instanceof FeatureFrames frames)) {
      return of(recording.name());
    }
    List<List<Double>> rows = new ArrayList<>();
    for (float[] row : frames.rows()) {
      List<Double> numbers = new ArrayList<>();
      for (float number : row) {
        numbers.add((double) number);
      }
      rows.add(numbers);
    }
    return new VideoInput(recording.name(), recording.rate(), frames.names(), rows);
  }

  /** What {@link #of(Recording)} was made from. */
  Recording recording(Function<String, Recording> pictures) {
    if (features.isEmpty()) {
      return pictures.apply(video);
    }
    float[][] rows = new float[features.size()][names.size()];
    for (int frame = 0; frame < rows.length; frame++) {
      for (int i = 0; i < rows[frame].length; i++) {
        rows[frame][i] = features.get(frame).get(i).floatValue();
      }
    }
    return new Recording(
        video,
        Map.of(),
        new FeatureFrames(names, rows),
        Optional.empty(),
        rate,
        Origin.file(video));
  }

  /** A file or a folder of pictures. */
  public static VideoInput of(String video) {
    return new VideoInput(video, 0, List.of(), List.of());
  }
}
