package org.unroll.core.app;

import java.util.Objects;

/**
 * A frame as a small picture.
 *
 * @param frame its number, from 0
 * @param png the file's bytes in Base64
 */
public record FramePicture(int frame, String png) {
  /**
   * @throws NullPointerException if something is missing, as in a line of a file
   */
  public FramePicture {
    Objects.requireNonNull(png);
  }
}
