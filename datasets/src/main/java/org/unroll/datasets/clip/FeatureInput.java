package org.unroll.datasets.clip;

import java.util.List;
import org.unroll.core.data.Padded;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.datasets.image.PictureView;
import org.unroll.datasets.video.FeatureFrames;

/**
 * Numbers by frame; nothing is done to them by chance.
 *
 * @param recordings scaled, all with the same features
 * @param size features of a frame
 */
public record FeatureInput(List<FeatureFrames> recordings, int size) implements FrameInput {
  /** Of the graph. */
  public static final String NAME = "features";

  public FeatureInput {
    recordings = List.copyOf(recordings);
  }

  @Override
  public int[] lengths() {
    return recordings.stream().mapToInt(FeatureFrames::length).toArray();
  }

  @Override
  public Padded arrays(List<Stretch> stretches, PictureView[] views) {
    int batch = stretches.size();
    int time = Padded.rounded(stretches.stream().mapToInt(Stretch::length).max().orElse(0));
    float[] numbers = new float[Math.multiplyExact(Math.multiplyExact(batch, time), size)];
    float[] mask = new float[batch * time];
    for (int b = 0; b < batch; b++) {
      Stretch stretch = stretches.get(b);
      float[][] rows = recordings.get(stretch.recording()).rows();
      for (int t = 0; t < stretch.length(); t++) {
        System.arraycopy(rows[stretch.from() + t], 0, numbers, (t * batch + b) * size, size);
        mask[b * time + t] = 1;
      }
    }
    return new Padded(
        TimeMajor.sequences(Floats.array(numbers, time, batch, size)), // [b, n, t]
        Floats.array(mask, batch, time));
  }
}
