package org.unroll.core.metric;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The frames of all videos that have a truth in one column.
 *
 * @param truth one after another, none missing
 * @param predicted as many
 */
record ColumnPairs(double[] truth, double[] predicted) {

  /**
   * @param truth {@code [video][frame][column]}, NaN where there is none
   * @param predicted of the same shape
   * @throws IllegalArgumentException if shapes disagree, there is no truth, or a prediction of one
   *     is not finite
   */
  static ColumnPairs of(double[][][] truth, double[][][] predicted, int column) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          truth.length + " videos, predictions for " + predicted.length);
    }
    DoubleStream.Builder wanted = DoubleStream.builder();
    DoubleStream.Builder said = DoubleStream.builder();
    for (int video = 0; video < truth.length; video++) {
      if (truth[video].length != predicted[video].length) {
        throw new IllegalArgumentException(
            "video %d: %d frames, predictions for %d"
                .formatted(video, truth[video].length, predicted[video].length));
      }
      for (int frame = 0; frame < truth[video].length; frame++) {
        double value = truth[video][frame][column];
        if (!Double.isNaN(value)) {
          wanted.add(value);
          said.add(finite(predicted[video][frame][column], video, frame));
        }
      }
    }
    double[] values = wanted.build().toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException("no frame has a number in column " + column);
    }
    return new ColumnPairs(values, said.build().toArray());
  }

  private static double finite(double value, int video, int frame) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "video %d, frame %d: predicted %s".formatted(video, frame, value));
    }
    return value;
  }

  /** As {@link ForecastErrors} gives them. */
  Map<String, Double> errors() {
    ForecastErrors errors = new ForecastErrors(Levels.NONE, new double[] {Double.NaN}, 0);
    errors.add(0, truth, new double[][] {predicted});
    return errors.metrics();
  }

  /** How often each band was taken for each. */
  ConfusionMatrix matrix(Bands bands) {
    return ConfusionMatrix.of(
        Arrays.stream(truth).mapToInt(bands::of).toArray(),
        Arrays.stream(predicted).mapToInt(bands::of).toArray(),
        bands.names());
  }
}
