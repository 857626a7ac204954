package org.unroll.datasets.recording;

import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.video.FeatureFrames;

/**
 * Features as a file has them.
 *
 * @param names of the numbers of a frame
 * @param rows {@code [frame][number]}, NaN where one is missing
 * @param numbers by frame, ascending: a step of more than one is a gap
 * @param origin of the recording
 */
record RawFeatures(List<String> names, float[][] rows, int[] numbers, Origin origin) {
  /** What the config makes of them; none is missing any more. */
  FeatureFrames frames(FeatureConfig config, FrameFiles files) {
    int missing = fill();
    if (missing > 0) {
      files.tell(
          "%s: %,d of %,d numbers missing, taken from the frame before"
              .formatted(origin, missing, (long) rows.length * names.size()));
    }
    FeatureFrames frames = made(config);
    return config.standardised() ? FeatureScale.fit(List.of(frames)).scaled(frames) : frames;
  }

  /** Without where the centre is, but with how it moves: it carries the whole body. */
  private FeatureFrames made(FeatureConfig config) {
    FeatureFrames given = new FeatureFrames(names, rows);
    if (config.relativeTo().isEmpty()) {
      return config.velocities() ? given.with(velocities(given)) : given;
    }
    Joints joints = new Joints(names, config.relativeTo().get());
    FeatureFrames relative = joints.relative(given);
    return config.velocities()
        ? relative.with(velocities(relative)).with(velocities(joints.centre(given)))
        : relative;
  }

  /** Those at the start are taken from the first frame that has them. */
  private int fill() {
    int filled = 0;
    for (int column = 0; column < names.size(); column++) {
      int first = 0;
      while (first < rows.length && Float.isNaN(rows[first][column])) {
        first++;
      }
      if (first == rows.length) {
        throw new UserError(
            "%s: no number in column \"%s\"; name the features in data.columns.features"
                .formatted(origin, names.get(column)));
      }
      float last = rows[first][column];
      for (float[] row : rows) {
        if (Float.isNaN(row[column])) {
          row[column] = last;
          filled++;
        }
        last = row[column];
      }
    }
    return filled;
  }

  /** A number of a frame less that of the one before, over the steps between them. */
  private FeatureFrames velocities(FeatureFrames frames) {
    List<String> named = frames.names().stream().map(name -> "velocity " + name).toList();
    float[][] all = new float[rows.length][named.size()];
    for (int frame = 1; frame < rows.length; frame++) {
      float[] now = frames.rows()[frame];
      float[] before = frames.rows()[frame - 1];
      for (int i = 0; i < now.length; i++) {
        all[frame][i] = (now[i] - before[i]) / (numbers[frame] - numbers[frame - 1]);
      }
    }
    return new FeatureFrames(named, all);
  }
}
