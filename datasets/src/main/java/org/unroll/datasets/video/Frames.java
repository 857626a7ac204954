package org.unroll.datasets.video;

/** The frames of a recording, in order. Thread-safe. */
public sealed interface Frames permits PictureFrames, FeatureFrames {
  /** How many there are. */
  int length();
}
