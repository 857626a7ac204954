package org.unroll.apps.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.unroll.apps.forecast.analysis.Backtest;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Levels;
import org.unroll.datasets.ridge.Ridge;
import org.unroll.datasets.window.Forecaster;
import org.unroll.datasets.window.SeasonalNaive;

/**
 * What a forecast is measured by: the last value again, the last season again, and a ridge
 * regression from all that the net sees. Not thread-safe.
 */
final class Baselines {
  static final String NAIVE = "naive";
  static final String SEASONAL = "seasonal-naive";
  static final String RIDGE = "ridge";

  private static final String FILE = "ridge.json";

  /** Numbers of a ridge that are written into the bundle at most, 32 MiB. */
  private static final long MOST = 1L << 22;

  private final BaselineConfig config;
  private final ForecastWindows windows;
  private final DataAccess access;
  private Optional<Ridge> ridge = Optional.empty(); // fitted when first asked for
  private Optional<Ridge> last = Optional.empty(); // that of the test and of what comes after it

  Baselines(BaselineConfig config, ForecastWindows windows, DataAccess access) {
    this.config = config;
    this.windows = windows;
    this.access = access;
  }

  Map<String, Evaluation> score(Split split) {
    Backtest backtest = windows.backtest(split);
    Map<String, Evaluation> scores = new LinkedHashMap<>();
    scores.put(NAIVE, score(new SeasonalNaive(1), backtest));
    if (windows.of(Split.TRAIN).season() > 1) {
      scores.put(SEASONAL, score(seasonal(), backtest));
    }
    if (config.ridge()) {
      scores.put(RIDGE, score(split == Split.TEST ? last() : ridge(), backtest));
    }
    windows
        .fitted(split)
        .localRidge()
        .ifPresent(model -> scores.put(ForecastApp.LOCAL_RIDGE, score(model, backtest)));
    return scores;
  }

  private SeasonalNaive seasonal() {
    return new SeasonalNaive(windows.fitted().series().steps().season());
  }

  /** The one of that name, for what comes after the data. */
  Forecaster model(String name) {
    return switch (name) {
      case NAIVE -> new SeasonalNaive(1);
      case SEASONAL -> seasonal();
      case RIDGE -> last();
      default -> windows.latest().localRidge().orElseThrow();
    };
  }

  private Ridge ridge() {
    if (ridge.isEmpty()) {
      ridge =
          Optional.of(
              Ridge.fit(windows.of(Split.TRAIN), windows.of(Split.VALIDATION), access.progress()));
      access.notices().accept("ridge: " + ridge.get().choice());
    }
    return ridge.get();
  }

  private Ridge last() {
    if (last.isEmpty()) {
      Ridge chosen = ridge();
      last =
          Optional.of(
              config.refit()
                  ? chosen.refit(
                      windows.of(Split.TRAIN), windows.of(Split.VALIDATION), access.progress())
                  : chosen);
    }
    return last.get();
  }

  /** Fits what {@link #save} writes. */
  void fit() {
    if (config.ridge()) {
      last();
    }
  }

  /** Writes a file into an existing folder, if there is something small that was fitted. */
  void save(Path folder) throws IOException {
    if (last.isPresent() && last.get().size() <= MOST) {
      last.get().save(folder.resolve(FILE));
    }
  }

  /** Takes over what {@link #save} wrote. */
  void load(Path folder) {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      last = Optional.of(Ridge.load(file));
      ridge = config.refit() ? Optional.empty() : last;
    }
  }

  static Evaluation score(Forecaster model, Backtest backtest) {
    return backtest.score(points(model), Levels.NONE);
  }

  /** A model's forecasts as those of a net with one number a step. */
  static WindowForecast points(Forecaster model) {
    return (windows, taker) ->
        model.forecastAll(
            windows,
            (window, points) -> {
              double[][][] forecast = new double[points.length][][];
              for (int target = 0; target < points.length; target++) {
                forecast[target] = new double[][] {points[target]};
              }
              taker.take(window, forecast);
            });
  }
}
