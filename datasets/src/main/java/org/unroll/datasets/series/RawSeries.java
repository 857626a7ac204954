package org.unroll.datasets.series;

import java.util.List;
import org.unroll.core.data.Origin;

/**
 * The rows of one series as the file has them: perhaps unordered, repeated, with holes.
 *
 * @param id empty if the file holds one series
 */
record RawSeries(String id, List<Step> rows) {
  /**
   * @param second since 1970 (UTC)
   * @param values of the columns, NaN where the cell is empty
   * @param origin file and line, for messages
   */
  record Step(long second, double[] values, Origin origin) {}
}
