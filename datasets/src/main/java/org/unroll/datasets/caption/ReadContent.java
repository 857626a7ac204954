package org.unroll.datasets.caption;

import java.util.Optional;

/**
 * What became of a picture that was to be read.
 *
 * @param content empty if it cannot be read
 * @param digest SHA-256 of what was read, for the provenance of a run
 * @param reason why it cannot
 */
record ReadContent(Optional<PictureContent> content, String digest, String reason) {
  static ReadContent of(PictureContent content, String digest) {
    return new ReadContent(Optional.of(content), digest, "");
  }

  static ReadContent bad(String reason) {
    return new ReadContent(Optional.empty(), "", reason);
  }
}
