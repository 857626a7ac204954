package org.unroll.datasets.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.SplitSeries;

/** Forecasts of all windows beside those of each. */
class ForecasterTest {
  private int taken;

  @Test
  void allWindowsAreTakenInOrderFromMoreThanOneBlock() {
    Experiment experiment =
        new Experiment(
            """
            data: {source: sample, batch: 4}
            series: {targets: [load], future: [], calendar: []}
            window: {past: 24, horizon: 2}
            """);
    SplitSeries split = experiment.read(Split.TEST);
    Windows windows = experiment.fit(split).windows(split, Split.TEST);
    Forecaster model = new SeasonalNaive(24);
    assertThat(windows.size()).isGreaterThan(2 * Forecaster.BLOCK);

    model.forecastAll(
        windows,
        (window, forecast) -> {
          assertThat(window).isEqualTo(taken++);
          assertThat(forecast).isDeepEqualTo(model.forecast(windows, window));
        });

    assertThat(taken).isEqualTo(windows.size());
  }
}
