package org.unroll.core.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real numbers of the frames of videos.
 *
 * @param thresholds where classes of a number meet, to score it by too, as in {@link Bands}; none
 *     for no classes
 * @param names of those classes
 * @param truth {@code [video][frame][column]}, NaN where there is none
 * @param predicted of the same shape
 */
public record FrameNumberAnswers(
    List<String> columns,
    List<Double> thresholds,
    List<String> names,
    double[][][] truth,
    double[][][] predicted)
    implements Answers {

  @Override
  public Evaluation score() {
    return thresholds.isEmpty()
        ? FrameNumbers.evaluate(truth, predicted, columns)
        : FrameNumbers.evaluate(truth, predicted, new Bands(thresholds, names));
  }

  @Override
  public Answers and(Answers more) {
    if (!(more instanceof FrameNumberAnswers other)) {
      throw new IllegalArgumentException("answers of two kinds");
    }
    return new FrameNumberAnswers(
        columns, thresholds, names, joined(truth, other.truth), joined(predicted, other.predicted));
  }

  private static double[][][] joined(double[][][] first, double[][][] second) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(double[][][]::new);
  }
}
