package org.unroll.core.metric;

import java.util.Set;

/** Whether a greater value of a metric is a better one. */
public final class MetricDirection {
  private static final Set<String> LOWER_IS_BETTER =
      Set.of(
          "loss",
          "log-loss",
          "mae",
          "rmse",
          "mse",
          "mase",
          "mape",
          "smape",
          "nd",
          "pinball",
          "peak-mae",
          "perplexity",
          "nats");

  private MetricDirection() {}

  /** True if {@code value} beats {@code best}; NaN beats nothing. */
  public static boolean better(String metric, double value, double best) {
    return LOWER_IS_BETTER.contains(metric) ? value < best : value > best;
  }

  /** A value that every real value beats. */
  public static double worst(String metric) {
    return LOWER_IS_BETTER.contains(metric) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }
}
