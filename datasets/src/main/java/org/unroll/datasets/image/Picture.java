package org.unroll.datasets.image;

import java.nio.charset.StandardCharsets;
import org.unroll.core.layer.image.PictureSize;

/**
 * A decoded picture. Immutable, since nobody writes to its pixels.
 *
 * @param pixels from 0 to 255, {@code [channels, height, width]} row by row; not to be changed
 */
public record Picture(PictureSize size, byte[] pixels) {
  public Picture {
    if (pixels.length != size.length()) {
      throw new IllegalArgumentException(pixels.length + " pixels are no picture of " + size);
    }
  }

  /** From 0 to 255. */
  public int at(int channel, int row, int column) {
    return pixels[(channel * size.height() + row) * size.width() + column] & 0xFF;
  }

  /** The same for equal pictures, such as to cut a set so that equal ones stay together. */
  public String key() {
    return new String(pixels, StandardCharsets.ISO_8859_1);
  }
}
