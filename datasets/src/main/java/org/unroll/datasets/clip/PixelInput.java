package org.unroll.datasets.clip;

import java.util.List;
import org.unroll.core.data.Padded;
import org.unroll.datasets.image.PictureArrays;
import org.unroll.datasets.image.PictureView;
import org.unroll.datasets.video.PictureFrames;

/**
 * Pictures, read when a batch is made of them.
 *
 * @param recordings of one size
 */
public record PixelInput(List<PictureFrames> recordings, PictureArrays arrays)
    implements FrameInput {
  /** Of the graph. */
  public static final String NAME = "frames";

  public PixelInput {
    recordings = List.copyOf(recordings);
  }

  @Override
  public int size() {
    return arrays.size().length();
  }

  @Override
  public int[] lengths() {
    return recordings.stream().mapToInt(PictureFrames::length).toArray();
  }

  @Override
  public Padded arrays(List<Stretch> stretches, PictureView[] views) {
    byte[][] clips = new byte[stretches.size()][];
    for (int i = 0; i < clips.length; i++) {
      Stretch stretch = stretches.get(i);
      clips[i] = new byte[Math.multiplyExact(stretch.length(), arrays.size().length())];
      recordings.get(stretch.recording()).read(stretch.from(), clips[i]);
    }
    return arrays.frames(clips, views);
  }
}
