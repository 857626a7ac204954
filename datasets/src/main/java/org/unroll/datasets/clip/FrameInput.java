package org.unroll.datasets.clip;

import java.util.List;
import org.unroll.core.data.Padded;
import org.unroll.datasets.image.PictureView;

/** Frames as a net reads them. Immutable and thread-safe. */
public interface FrameInput {
  /** Numbers of a frame. */
  int size();

  /** Frames of each recording. */
  int[] lengths();

  /**
   * @param views how each stretch is seen
   * @return {@code [b, n, t]} and the mask {@code [b, t]}
   */
  Padded arrays(List<Stretch> stretches, PictureView[] views);
}
