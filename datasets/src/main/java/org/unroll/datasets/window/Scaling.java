package org.unroll.datasets.window;

/** How targets are scaled for the net. */
public enum Scaling {
  /** By mean and deviation of the training span. */
  TRAIN,
  /** The same, each series its own. */
  SERIES,
  /** By mean and deviation of the window's past. */
  WINDOW,
  /** Less the window's last value. */
  LAST,
  /** One of the above, chosen on validation. */
  AUTO
}
