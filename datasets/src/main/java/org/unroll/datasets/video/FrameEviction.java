package org.unroll.datasets.video;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.unroll.datasets.catalog.CacheFolder;

/**
 * Keeps the folder of decoded frames within its bound, but for those in use: what this process has
 * opened stays, and what any uses, since whoever reads frames notes it every hour. Should one be
 * deleted all the same, it is decoded again. Immutable and thread-safe.
 *
 * @param since when this process began to open frames
 */
record FrameEviction(CacheFolder folder, Instant since) {
  /** How often frames that are read are noted. */
  static final Duration NOTED = Duration.ofHours(1);

  /**
   * Deletes what is too much.
   *
   * @throws IOException if the folder cannot be read, or a file in it not be deleted
   */
  CacheFolder.Evicted run() throws IOException {
    Instant inUse = Instant.now().minus(NOTED.multipliedBy(2));
    return folder.evict(inUse.isBefore(since) ? inUse : since);
  }
}
