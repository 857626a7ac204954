package org.unroll.datasets.recording;

import java.util.Arrays;

/**
 * Averages what is to be predicted over neighbouring frames, as steering by keys comes in jerks.
 */
final class TargetWindow {
  private TargetWindow() {}

  /**
   * The mean of so many frames around each, of fewer at both ends; frames without a number are left
   * out.
   *
   * @param frames odd
   */
  static FrameLabels.OfNumbers averaged(FrameLabels.OfNumbers labels, int frames) {
    double[][] averaged = new double[labels.length()][labels.columns().size()];
    for (int frame = 0; frame < averaged.length; frame++) {
      int from = Math.max(0, frame - frames / 2);
      int to = Math.min(averaged.length, frame + frames / 2 + 1);
      for (int column = 0; column < averaged[frame].length; column++) {
        int place = column;
        boolean missing = Double.isNaN(labels.rows()[frame][column]);
        averaged[frame][column] =
            missing
                ? Double.NaN
                : Arrays.stream(labels.rows(), from, to)
                    .mapToDouble(row -> row[place])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElseThrow();
      }
    }
    return new FrameLabels.OfNumbers(labels.columns(), averaged);
  }
}
