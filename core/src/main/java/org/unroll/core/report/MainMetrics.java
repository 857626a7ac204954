package org.unroll.core.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.unroll.core.metric.Metric;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The few metrics of a run that get a learning curve. */
public final class MainMetrics {
  private static final int FURTHER = 3;

  private MainMetrics() {}

  /**
   * The loss, the metric that early stopping watches, and the first three others.
   *
   * @param config the run's {@code config.yaml} as text; what cannot be read names no metric
   * @param all names of the metrics in the app's order
   */
  public static List<String> of(String config, Collection<String> all) {
    List<String> main = new ArrayList<>();
    for (String name : List.of(Metric.LOSS.key(), watched(config))) {
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

  /** {@code train.early-stop.metric}; empty if there is none. */
  private static String watched(String config) {
    Object node;
    try {
      node = new Yaml(new SafeConstructor(new LoaderOptions())).load(config);
    } catch (YAMLException e) {
      return ""; // a report is drawn of whatever is left of a run
    }
    for (String key : List.of("train", "early-stop", "metric")) {
      node = node instanceof Map<?, ?> map ? map.get(key) : "";
    }
    return node instanceof String name ? name : "";
  }
}
