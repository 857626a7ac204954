package org.unroll.datasets.caption;

import java.util.function.Supplier;

/**
 * A picture that a net is asked about.
 *
 * @param content what the net sees of it
 * @param whole all of it, a small PNG in Base64, read when it is asked for; empty if there is no
 *     more than that
 */
public record PictureToCaption(String name, PictureContent content, Supplier<String> whole) {
  /** One that is not to be shown. */
  public PictureToCaption(String name, PictureContent content) {
    this(name, content, () -> "");
  }
}
