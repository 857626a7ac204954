package org.unroll.datasets.caption;

import java.nio.file.Path;

/**
 * Flickr8k (Hodosh, Young and Hockenmaier, JAIR 2013): 8,091 photographs with five captions each,
 * of which the publishers' lists name 6,000 / 1,000 / 1,000; 91 are in none. The captions name one
 * picture that does not exist.
 *
 * @param folder with the files of both archives
 */
record Flickr8k(Path folder) {
  Path captions() {
    return folder.resolve("Flickr8k.token.txt");
  }

  Path pictures() {
    return folder.resolve("Flicker8k_Dataset"); // as the publishers spell it
  }

  /** The publishers' own. */
  CaptionSplit split() {
    return CaptionSplit.lists(list("train"), list("dev"), list("test"));
  }

  private String list(String part) {
    return folder.resolve("Flickr_8k.%sImages.txt".formatted(part)).toString();
  }
}
