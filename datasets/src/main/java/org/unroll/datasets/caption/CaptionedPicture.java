package org.unroll.datasets.caption;

import java.util.List;
import org.unroll.core.data.Origin;

/**
 * A picture and what people wrote under it.
 *
 * @param name as the file of the captions has it
 * @param captions as read, none of them without a word; at least one
 * @param origin where its first caption was read
 */
public record CaptionedPicture(
    String name, PictureContent content, List<String> captions, Origin origin) {
  public CaptionedPicture {
    captions = List.copyOf(captions);
  }

  /** The same as a net is asked about it. */
  public PictureToCaption toCaption() {
    return new PictureToCaption(name, content);
  }
}
