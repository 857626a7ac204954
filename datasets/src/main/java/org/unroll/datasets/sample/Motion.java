package org.unroll.datasets.sample;

import java.util.Locale;

/** What a shape does in some frames of a generated video. */
enum Motion {
  LEFT,
  RIGHT,
  GROW,
  SHRINK,
  TURN,
  REST;

  /** The class, as it stands in the file of labels. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
