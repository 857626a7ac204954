package org.unroll.datasets.image;

/**
 * The size of a picture in memory.
 *
 * @param channels 1 for grey; 3 for red, green and blue
 */
public record PictureSize(int channels, int height, int width) {
  /** Numbers in a picture. */
  public int length() {
    return channels * height * width;
  }

  /** Numbers in a channel. */
  public int plane() {
    return height * width;
  }

  /** For messages. */
  String described() {
    return "%d × %d in %s".formatted(height, width, channels == 1 ? "grey" : "colour");
  }
}
