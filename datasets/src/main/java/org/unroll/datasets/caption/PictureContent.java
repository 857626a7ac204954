package org.unroll.datasets.caption;

import org.unroll.datasets.image.Picture;

/** What a net is shown of a picture. Immutable, since nobody writes to its numbers. */
public sealed interface PictureContent {
  /** The picture itself. */
  record Pixels(Picture picture) implements PictureContent {}

  /**
   * Numbers that another net made of it.
   *
   * @param regions places of the picture that have numbers of their own; 1 if it has them as a
   *     whole
   * @param numbers {@code [regions, n]}, region by region; not to be changed
   */
  record Features(int regions, float[] numbers) implements PictureContent {
    public Features {
      if (regions < 1 || numbers.length == 0 || numbers.length % regions != 0) {
        throw new IllegalArgumentException(numbers.length + " numbers of " + regions + " regions");
      }
    }

    /** Numbers of a region. */
    public int size() {
      return numbers.length / regions;
    }
  }
}
