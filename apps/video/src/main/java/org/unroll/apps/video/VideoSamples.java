package org.unroll.apps.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.core.app.FrameCurve;
import org.unroll.core.app.FramePicture;
import org.unroll.core.app.FrameSegment;
import org.unroll.core.app.Sample;
import org.unroll.datasets.clip.ClassOutcome;
import org.unroll.datasets.clip.FrameOutcome;
import org.unroll.datasets.clip.NumberOutcome;
import org.unroll.datasets.recording.FrameLabels;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.video.FrameThumbnails;
import org.unroll.datasets.video.PictureFrames;

/** What a net says of recordings beside what the data says, to be shown. */
record VideoSamples(FrameOutcome outcome, int epoch) {
  private static final int MOST_POINTS = 1000;

  /**
   * @param outputs of the net, {@code [frame][number]}
   */
  Sample of(int example, Recording recording, float[][] outputs) {
    return new Sample.Frames(
        epoch,
        example,
        recording.name(),
        outputs.length,
        recording.rate(),
        outcome instanceof ClassOutcome classes ? classes.classes().names() : List.of(),
        truth(recording),
        outcome instanceof ClassOutcome classes
            ? FrameSegment.of(classes.names(outputs))
            : List.of(),
        outcome instanceof NumberOutcome numbers ? curves(recording, outputs, numbers) : List.of(),
        thumbnails(recording));
  }

  /** Of a recording whose labels are not known, as it was answered. */
  static Sample.Frames of(Recording recording, VideoPrediction answer, List<String> classes) {
    return new Sample.Frames(
        0,
        0,
        answer.video(),
        answer.length(),
        answer.rate(),
        classes,
        List.of(),
        FrameSegment.of(answer.labels()),
        answer.numbers().entrySet().stream()
            .map(each -> curve(each.getKey(), List.of(), each.getValue()))
            .toList(),
        recording.frames() instanceof PictureFrames frames
            ? FrameThumbnails.of(frames)
            : List.of());
  }

  /**
   * @param truth one a frame; empty where it is not known
   * @param predicted one a frame
   */
  private static FrameCurve curve(String target, List<Double> truth, List<Double> predicted) {
    int every = Math.max(1, (predicted.size() + MOST_POINTS - 1) / MOST_POINTS);
    List<Double> known = new ArrayList<>();
    List<Double> said = new ArrayList<>();
    for (int frame = 0; frame < predicted.size(); frame += every) {
      known.add(truth.isEmpty() ? Double.NaN : truth.get(frame));
      said.add(predicted.get(frame));
    }
    return new FrameCurve(target, every, known, said);
  }

  private static List<FrameSegment> truth(Recording recording) {
    return recording.labels().orElseThrow() instanceof FrameLabels.OfClasses labels
        ? FrameSegment.of(labels.names())
        : List.of();
  }

  private static List<FrameCurve> curves(
      Recording recording, float[][] outputs, NumberOutcome outcome) {
    FrameLabels.OfNumbers labels = (FrameLabels.OfNumbers) recording.labels().orElseThrow();
    double[][] said = outcome.numbers(outputs);
    List<FrameCurve> curves = new ArrayList<>();
    for (int column = 0; column < outcome.size(); column++) {
      curves.add(
          curve(labels.columns().get(column), column(labels.rows(), column), column(said, column)));
    }
    return curves;
  }

  private static List<Double> column(double[][] rows, int column) {
    return Arrays.stream(rows).map(row -> row[column]).toList();
  }

  /** A recording does not change, so that those of the first epoch serve all. */
  private List<FramePicture> thumbnails(Recording recording) {
    return epoch == 1 && recording.frames() instanceof PictureFrames frames
        ? FrameThumbnails.of(frames)
        : List.of();
  }
}
