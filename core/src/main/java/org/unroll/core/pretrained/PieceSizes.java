package org.unroll.core.pretrained;

import java.util.List;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.layer.image.Span;
import org.unroll.core.layer.image.Window;
import org.unroll.core.pretrained.PretrainedException.Key;

/** The rules for sizes that several kinds of piece share. */
final class PieceSizes {
  private PieceSizes() {}

  static PictureSize picture(String what, List<Extent> inputs) {
    Extent input = inputs.get(0);
    if (!input.picture()) {
      throw new PretrainedException(
          Key.INPUT, "the net has a %s, which takes pictures, of a vector".formatted(what));
    }
    return input.size();
  }

  /** Sides that are not known stay so. */
  static Extent windows(Window window, PictureSize size, int channels) {
    return Extent.picture(
        new PictureSize(
            channels,
            windows(window.down(), size.height()),
            windows(window.across(), size.width())));
  }

  private static int windows(Span span, int size) {
    if (size == 0) {
      return 0;
    }
    int windows = span.windows(size);
    if (windows < 1) {
      throw new PretrainedException(
          Key.INPUT,
          "the pictures are too small for the net: %d places are left of a side where %d are read at once; use larger pictures or cut the net before"
              .formatted(size, span.reach()));
    }
    return windows;
  }
}
