package org.unroll.apps.forecast;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.unroll.apps.forecast.analysis.Backtest;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Levels;
import org.unroll.datasets.ridge.LocalRidge;
import org.unroll.datasets.ridge.Ridge;
import org.unroll.datasets.window.Forecaster;
import org.unroll.datasets.window.SeasonalNaive;
import org.unroll.datasets.window.Windows;

/**
 * What a forecast is measured by: the last value again, the last season again, and a ridge
 * regression from all that the net sees. Not thread-safe.
 */
final class Baselines {
  private final BaselineConfig config;
  private final Consumer<String> notices;
  private Optional<Ridge> ridge = Optional.empty(); // fitted when first asked for

  Baselines(BaselineConfig config, Consumer<String> notices) {
    this.config = config;
    this.notices = notices;
  }

  /** Windows of the split to score and of those to fit on, and what is fitted already. */
  record Parts(
      Windows train, Windows validation, Backtest backtest, Optional<LocalRidge> localRidge) {}

  Map<String, Evaluation> score(Parts parts, Split split) {
    int season = parts.train().season();
    Map<String, Evaluation> scores = new LinkedHashMap<>();
    scores.put("naive", score(new SeasonalNaive(1), parts.backtest()));
    if (season > 1) {
      scores.put("seasonal-naive", score(new SeasonalNaive(season), parts.backtest()));
    }
    if (config.ridge()) {
      scores.put("ridge", score(ridge(parts, split), parts.backtest()));
    }
    parts
        .localRidge()
        .ifPresent(ridge -> scores.put(ForecastApp.LOCAL_RIDGE, score(ridge, parts.backtest())));
    return scores;
  }

  private Ridge ridge(Parts parts, Split split) {
    if (ridge.isEmpty()) {
      ridge = Optional.of(Ridge.fit(parts.train(), parts.validation()));
      notices.accept("ridge: " + ridge.get().choice());
    }
    return config.refit() && split == Split.TEST
        ? ridge.get().refit(parts.train(), parts.validation())
        : ridge.get();
  }

  private static Evaluation score(Forecaster model, Backtest backtest) {
    return backtest.score(
        (windows, taker) ->
            model.forecastAll(
                windows,
                (window, points) -> {
                  double[][][] forecast = new double[points.length][][];
                  for (int target = 0; target < points.length; target++) {
                    forecast[target] = new double[][] {points[target]};
                  }
                  taker.take(window, forecast);
                }),
        Levels.NONE);
  }
}
