package org.unroll.datasets.recording;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.video.FeatureFrames;
import org.unroll.datasets.video.Frames;
import org.unroll.datasets.video.PictureFrames;

/** Frames of a recording from one to another, as a recording of their own. */
final class RecordingPart {
  private RecordingPart() {}

  /** From a frame on, up to another. */
  static Recording of(Recording whole, int from, int to) {
    int[] places = IntStream.range(from, to).toArray();
    return new Recording(
        whole.name(),
        whole.about(),
        frames(whole.frames(), from, to),
        whole.labels().map(all -> labels(all, places)),
        whole.rate(),
        whole.origin());
  }

  private static Frames frames(Frames all, int from, int to) {
    if (all instanceof FeatureFrames features) {
      return new FeatureFrames(features.names(), Arrays.copyOfRange(features.rows(), from, to));
    }
    return new Pictures((PictureFrames) all, from, to - from);
  }

  /** The labels of some frames. */
  static FrameLabels labels(FrameLabels all, int[] places) {
    if (all instanceof FrameLabels.OfNumbers numbers) {
      double[][] rows = new double[places.length][];
      Arrays.setAll(rows, i -> numbers.rows()[places[i]]);
      return new FrameLabels.OfNumbers(numbers.columns(), rows);
    }
    FrameLabels.OfClasses classes = (FrameLabels.OfClasses) all;
    return new FrameLabels.OfClasses(Arrays.stream(places).mapToObj(classes.names()::get).toList());
  }

  /** Frames in the middle of others. */
  private record Pictures(PictureFrames whole, int start, int length) implements PictureFrames {
    @Override
    public PictureSize size() {
      return whole.size();
    }

    @Override
    public void read(int from, byte[] into) {
      whole.read(start + from, into);
    }
  }
}
