package org.unroll.apps.caption;

import java.util.LinkedHashMap;
import java.util.Map;
import org.unroll.datasets.caption.PictureToCaption;

/**
 * Pictures that were asked for last, by name: a service would keep all that it was ever sent. Not
 * thread-safe.
 */
final class RecentPictures extends LinkedHashMap<String, PictureToCaption> {
  private static final long serialVersionUID = 1L;

  /** More than are described at once, so that none is read twice. */
  private static final int MOST = 512;

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, PictureToCaption> eldest) {
    return size() > MOST;
  }
}
