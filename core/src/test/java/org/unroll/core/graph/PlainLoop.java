package org.unroll.core.graph;

import java.util.Map;

/** What a layer on sequences computes, as plain loops over doubles in C order. */
interface PlainLoop {
  /**
   * @param input {@code [b, n, t]}
   * @param counts which steps are not masked, {@code [b][t]}
   * @param parameters by name
   * @return {@code [b, filters.., t]}, 0 where masked
   */
  double[] output(double[] input, boolean[][] counts, Map<String, double[]> parameters);
}
