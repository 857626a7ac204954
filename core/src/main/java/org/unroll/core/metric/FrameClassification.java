package org.unroll.core.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Scores a classifier of frames: {@code accuracy} and {@code macro-f1} over the frames of all
 * videos together, {@code edit, f1-10, f1-25, f1-50} of their segments, and of probabilities {@code
 * log-loss} in nats per frame.
 *
 * <p>Frames without a label are taken out of truth and prediction before anything is counted, also
 * before segments are made: what a net says of them is neither right nor wrong, and as ends of
 * segments they would cut a long action into many. What lies on both sides of them becomes
 * neighbours. A video without any label is left out. Farha &amp; Gall (CVPR 2019) have no such
 * frames.
 *
 * <p>The background, if there is one, makes no segments, but is a class like the others for
 * accuracy, macro-F1, log loss and the tables. Without any segments there is no {@code f1-10, …}.
 */
public final class FrameClassification {
  /** The number of a frame without a label, as any other below 0. */
  public static final int NONE = -1;

  private FrameClassification() {}

  /**
   * Scores predicted classes.
   *
   * @param truth {@code [video][frame]}, class numbers from 0 or {@link #NONE}
   * @param predicted {@code [video][frame]}, class numbers from 0; where there is no label, any
   * @throws IllegalArgumentException if lengths disagree, no frame has a label, or a number is of
   *     no class
   */
  public static Evaluation evaluate(int[][] truth, int[][] predicted, FrameClasses classes) {
    int[][] frames = labelled(truth, predicted);
    SegmentScores segments = new SegmentScores(classes.backgroundNumber());
    int[][] wanted = new int[truth.length][];
    int[][] said = new int[truth.length][];
    for (int video = 0; video < truth.length; video++) {
      wanted[video] = chosen(truth[video], frames[video]);
      said[video] = chosen(predicted[video], frames[video]);
      requireClasses(wanted[video], said[video], classes.names().size(), video);
      if (frames[video].length > 0) {
        segments.add(wanted[video], said[video]);
      }
    }
    ConfusionMatrix matrix = ConfusionMatrix.of(pooled(wanted), pooled(said), classes.names());
    Map<String, Double> metrics = matrix.metrics();
    metrics.putAll(segments.metrics());
    return new Evaluation(metrics, List.of(matrix.toTable(), matrix.perClassTable("frames")));
  }

  /**
   * Scores probabilities. The predicted class is the most probable; of equals, the first.
   *
   * @param truth {@code [video][frame]}, class numbers from 0 or {@link #NONE}
   * @param probabilities {@code [video][frame][class]}, each row summing to 1
   * @throws IllegalArgumentException as for predicted classes, or if a probability of a frame with
   *     a label is NaN or outside 0–1
   */
  public static Evaluation evaluate(
      int[][] truth, double[][][] probabilities, FrameClasses classes) {
    int[][] predicted = new int[probabilities.length][];
    Arrays.setAll(predicted, video -> Classification.mostProbable(probabilities[video]));
    Evaluation evaluation = evaluate(truth, predicted, classes);
    int[][] frames = labelled(truth, predicted);
    int[] labels = new int[pooled(frames).length];
    double[][] rows = new double[labels.length][];
    int count = 0;
    for (int video = 0; video < truth.length; video++) {
      for (int frame : frames[video]) {
        labels[count] = truth[video][frame];
        rows[count++] = probabilities[video][frame];
      }
    }
    Classification.check(labels, rows, classes.names().size());
    Map<String, Double> metrics = new LinkedHashMap<>(evaluation.metrics());
    metrics.put(Metric.LOG_LOSS.key(), Classification.logLoss(labels, rows));
    Reliability reliability = Reliability.of(labels, rows, "frames");
    return new Evaluation(metrics, evaluation.tables(), List.of(reliability.chart()))
        .detailed(List.of(reliability.table()));
  }

  /** Which frames have a label, video by video. */
  private static int[][] labelled(int[][] truth, int[][] predicted) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          truth.length + " videos, predictions for " + predicted.length);
    }
    int[][] frames = new int[truth.length][];
    int count = 0;
    for (int video = 0; video < truth.length; video++) {
      int[] labels = truth[video];
      if (labels.length != predicted[video].length) {
        throw new IllegalArgumentException(
            "video %d: %d frames, predictions for %d"
                .formatted(video, labels.length, predicted[video].length));
      }
      frames[video] =
          IntStream.range(0, labels.length).filter(frame -> labels[frame] >= 0).toArray();
      count += frames[video].length;
    }
    if (count == 0) {
      throw new IllegalArgumentException("no frame has a label");
    }
    return frames;
  }

  private static void requireClasses(int[] truth, int[] predicted, int classes, int video) {
    for (int i = 0; i < truth.length; i++) {
      if (truth[i] >= classes || predicted[i] < 0 || predicted[i] >= classes) {
        throw new IllegalArgumentException(
            "video %d: class %d predicted as %d, of %d classes"
                .formatted(video, truth[i], predicted[i], classes));
      }
    }
  }

  private static int[] chosen(int[] numbers, int[] frames) {
    return Arrays.stream(frames).map(frame -> numbers[frame]).toArray();
  }

  private static int[] pooled(int[][] videos) {
    return Arrays.stream(videos).flatMapToInt(Arrays::stream).toArray();
  }
}
