package org.unroll.datasets.series;

import java.util.Map;
import org.unroll.core.app.Split;

/** Series in three parts; the test part of separate files is read only when it is asked for. */
public interface SeriesSource {
  /**
   * @param last the latest part that is needed; windows of it may reach back into earlier ones
   * @throws org.unroll.core.config.UserError if a part is missing or cannot be read
   */
  SplitSeries read(Split last);

  /** SHA-256 by file, of what was read so far; empty for generated series. */
  Map<String, String> digests();
}
