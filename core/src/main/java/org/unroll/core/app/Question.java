package org.unroll.core.app;

/** What a trained net of an app is asked with. */
public enum Question {
  /** A text that is typed. */
  TEXT,
  /** A file with a picture. */
  PICTURE,
  /** A file with a table. */
  TABLE,
  /** A file with a video, or with the features of its frames. */
  RECORDING
}
