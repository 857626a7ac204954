package org.unroll.apps.video;

import java.util.ArrayList;
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

  private static List<FrameSegment> truth(Recording recording) {
    return recording.labels().orElseThrow() instanceof FrameLabels.OfClasses labels
        ? FrameSegment.of(labels.names())
        : List.of();
  }

  private static List<FrameCurve> curves(
      Recording recording, float[][] outputs, NumberOutcome outcome) {
    FrameLabels.OfNumbers labels = (FrameLabels.OfNumbers) recording.labels().orElseThrow();
    double[][] said = outcome.numbers(outputs);
    int every = Math.max(1, (said.length + MOST_POINTS - 1) / MOST_POINTS);
    List<FrameCurve> curves = new ArrayList<>();
    for (int column = 0; column < outcome.size(); column++) {
      List<Double> truth = new ArrayList<>();
      List<Double> predicted = new ArrayList<>();
      for (int frame = 0; frame < said.length; frame += every) {
        truth.add(labels.rows()[frame][column]);
        predicted.add(said[frame][column]);
      }
      curves.add(new FrameCurve(labels.columns().get(column), every, truth, predicted));
    }
    return curves;
  }

  /** A recording does not change, so that those of the first epoch serve all. */
  private List<FramePicture> thumbnails(Recording recording) {
    return epoch == 1 && recording.frames() instanceof PictureFrames frames
        ? FrameThumbnails.of(frames)
        : List.of();
  }
}
