package org.unroll.apps.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.metric.ForecastErrors;
import org.unroll.core.metric.Levels;
import org.unroll.core.metric.Metric;

/** Scores numbers that a net said. */
final class SaidNumbers {
  private SaidNumbers() {}

  /** Those of the metrics that are defined. */
  static Map<String, Double> metrics(double[] truth, double[] said, List<Metric> wanted) {
    ForecastErrors errors = new ForecastErrors(Levels.NONE, new double[] {Double.NaN}, 0);
    errors.add(0, truth, new double[][] {said});
    Map<String, Double> all = errors.metrics();
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (Metric metric : wanted) {
      if (all.containsKey(metric.key())) {
        metrics.put(metric.key(), all.get(metric.key()));
      }
    }
    return metrics;
  }
}
