package org.unroll.core.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the sum of a loop's outputs, each by its weight, changes.
 *
 * @param at the input, as {@link NodeAlone#INPUT}, and the parameters
 */
record LoopSlope(PlainLoop loop, boolean[][] counts, Map<String, double[]> at, double[] weights) {
  private static final double STEP = 1e-5;

  double along(Map<String, double[]> direction) {
    return (sum(direction, STEP) - sum(direction, -STEP)) / (2 * STEP);
  }

  private double sum(Map<String, double[]> direction, double step) {
    Map<String, double[]> moved = new LinkedHashMap<>();
    at.forEach(
        (name, values) -> {
          double[] there = values.clone();
          for (int i = 0; i < there.length; i++) {
            there[i] += step * direction.get(name)[i];
          }
          moved.put(name, there);
        });
    double[] output = loop.output(moved.get(NodeAlone.INPUT), counts, moved);
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      sum += weights[i] * output[i];
    }
    return sum;
  }
}
