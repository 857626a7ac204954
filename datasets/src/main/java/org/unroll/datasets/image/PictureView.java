package org.unroll.datasets.image;

/**
 * How a picture is seen once. What sticks out of the picture repeats its edge.
 *
 * @param down rows by which what is seen lies lower than the picture; may be negative
 * @param right columns by which it lies further right, in the picture before it is mirrored
 * @param mirrored left to right
 * @param contrast by which distances from the channel's mean are multiplied
 * @param brightness added, as a share of the way from black to white
 */
public record PictureView(
    int down, int right, boolean mirrored, double contrast, double brightness) {
  /** The picture as it is. */
  public static final PictureView WHOLE = new PictureView(0, 0, false, 1, 0);

  /** The same not mirrored, for a picture of which left and right are told. */
  public PictureView unmirrored() {
    return new PictureView(down, right, false, contrast, brightness);
  }

  /** Whether all pixels stand where they stand in the picture. */
  boolean isInPlace() {
    return down == 0 && right == 0 && !mirrored;
  }

  /** Whether they have their own values. */
  boolean isInColour() {
    return contrast == 1 && brightness == 0;
  }
}
