package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.yaml.PlainConfig;

class MainMetricsTest {
  private static final List<String> ALL =
      List.of("loss", "mae", "rmse", "mse", "mape", "mase", "nd");

  @Test
  void theLossTheWatchedMetricAndThreeMore() {
    assertThat(
            MainMetrics.of(PlainConfig.of("train: {early-stop: {metric: mase, patience: 3}}"), ALL))
        .containsExactly("loss", "mase", "mae", "rmse", "mse");
  }

  @Test
  void withoutAReadableConfigTheLossAndThreeMore() {
    for (String config :
        List.of("", "train: [1", "train: 5", "train: {early-stop: {metric: wer}}")) {
      assertThat(MainMetrics.of(PlainConfig.of(config), ALL))
          .containsExactly("loss", "mae", "rmse", "mse");
    }
  }
}
