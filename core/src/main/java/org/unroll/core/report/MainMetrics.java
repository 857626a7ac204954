package org.unroll.core.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.PlainConfig;

/** The few metrics of a run that get a learning curve. */
public final class MainMetrics {
  private static final int FURTHER = 3;

  private MainMetrics() {}

  /**
   * The loss, the metric that early stopping watches, and the first three others.
   *
   * @param config the run's {@code config.yaml}; what cannot be read names no metric
   * @param all names of the metrics in the app's order
   */
  public static List<String> of(PlainConfig config, Collection<String> all) {
    List<String> main = new ArrayList<>();
    String watched = config.text("train", "early-stop", "metric").orElse("");
    for (String name : List.of(Metric.LOSS.key(), watched)) {
      if (all.contains(name)) {
        main.add(name);
      }
    }
    int most = main.size() + FURTHER;
    for (String name : all) {
      if (main.size() < most && !main.contains(name)) {
        main.add(name);
      }
    }
    return main;
  }
}
