package org.unroll.core.layer.image;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/** How a window passes over pictures, down and across. */
public record Window(@JsonProperty("down") Span down, @JsonProperty("across") Span across) {

  /** One window that sees the whole picture. */
  public static Window whole(PictureSize size) {
    return new Window(new Span(size.height(), 1, 1, 0), new Span(size.width(), 1, 1, 0));
  }

  /** The pictures of so many channels that it gives. */
  PictureSize output(PictureSize input, int channels) {
    return new PictureSize(channels, down.windows(input.height()), across.windows(input.width()));
  }

  /** Places that it sees of one channel. */
  int kernel() {
    return down.kernel() * across.kernel();
  }

  boolean isDilated() {
    return down.isDilated() || across.isDilated();
  }

  /** The same without dilation: the places in between belong to the kernel. */
  Window filled() {
    return new Window(down.filled(), across.filled());
  }

  /**
   * The first nine integer arguments of ND4J's operations: kernel, stride, padding, dilation, each
   * down and across, and 1 if ND4J is to find the padding.
   */
  int[] arguments(PictureSize input) {
    boolean even = down.isEven(input.height()) && across.isEven(input.width());
    return new int[] {
      down.kernel(),
      across.kernel(),
      down.stride(),
      across.stride(),
      even ? down.before(input.height()) : 0,
      even ? across.before(input.width()) : 0,
      down.dilation(),
      across.dilation(),
      even ? 0 : 1
    };
  }
}
