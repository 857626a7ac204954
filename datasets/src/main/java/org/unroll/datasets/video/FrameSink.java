package org.unroll.datasets.video;

import java.io.IOException;
import org.unroll.datasets.image.Picture;

/** Takes the frames of a recording, one after the other. */
@FunctionalInterface
public interface FrameSink {
  /**
   * @throws IOException if it cannot keep it; reading ends
   */
  void take(Picture frame) throws IOException;
}
