package org.unroll.core.pretrained;

import java.util.Optional;
import org.unroll.core.layer.image.PictureSize;

/**
 * What a piece gives for an example or a frame. Sides and channels that are not known yet are 0.
 *
 * @param size of the picture; a vector is one of a single place
 * @param picture whether it is one, or a vector
 * @param flattened the picture that the numbers of a vector were
 */
public record Extent(PictureSize size, boolean picture, Optional<PictureSize> flattened) {
  public static Extent picture(PictureSize size) {
    return new Extent(size, true, Optional.empty());
  }

  static Extent vector(int length) {
    return new Extent(PictureSize.vector(length), false, Optional.empty());
  }

  Extent flat() {
    return new Extent(PictureSize.vector(size.length()), false, Optional.of(size));
  }
}
