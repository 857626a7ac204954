package org.unroll.core.config;

import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc(
    "Stop when a validation metric no longer improves; the best epoch's weights are kept. Between epochs of one value log-loss or perplexity decides, if the app scores it.")
public record EarlyStopConfig(
    @Doc("A validation metric by name, such as accuracy or log-loss.") String metric,
    @Doc("Epochs without improvement before stopping.") @Default("3") @Range(min = 1) int patience,
    @Doc(
            "The first epoch that is compared; those before count as improvements, as few of them are good but by luck.")
        @Default("1")
        @Range(min = 1)
        int from) {

  /** The metric, once the app has checked its name. */
  public Metric watched() {
    return Metric.of(metric).orElseThrow();
  }
}
