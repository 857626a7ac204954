package org.unroll.datasets.image;

/**
 * The size of a picture in memory.
 *
 * @param channels 1 for grey; 3 for red, green and blue
 */
public record PictureSize(int channels, int height, int width) {
  /** Numbers in a picture. */
  public int values() {
    return channels * height * width;
  }

  /** Numbers in a channel. */
  public int pixels() {
    return height * width;
  }
}
