package org.unroll.datasets.video;

import org.unroll.core.layer.image.PictureSize;

/** Frames that are pictures of one size, read when they are asked for. Thread-safe. */
public non-sealed interface PictureFrames extends Frames {
  /** Of each. */
  PictureSize size();

  /**
   * Reads some frames.
   *
   * @param from number of the first, from 0
   * @param into frame after frame, each {@code [channels, height, width]} from 0 to 255; as many as
   *     it has place for
   */
  void read(int from, byte[] into);
}
