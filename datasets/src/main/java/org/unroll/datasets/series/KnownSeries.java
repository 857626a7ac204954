package org.unroll.datasets.series;

import java.util.Map;
import org.unroll.core.app.Split;

/**
 * Series that stand in one file, so that all parts are read at once.
 *
 * @param digests SHA-256 by file; none for generated series
 */
record KnownSeries(SplitSeries all, Map<String, String> digests) implements SeriesSource {
  @Override
  public SplitSeries read(Split last) {
    return all;
  }
}
