package org.unroll.apps.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.UserError;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Levels;
import org.unroll.datasets.ridge.FittedForecast;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.window.ForecastInput;
import org.unroll.datasets.window.ForecastPrediction;
import org.unroll.datasets.window.Windows;

/** Forecasts what comes after the end of series. Not thread-safe. */
final class SeriesPredictor implements Predictor<ForecastInput, ForecastPrediction> {
  private static final long LATEST = 200_000_000_000L; // seconds: the years -4368 to 8307
  private static final long EXAMPLE = 1_709_251_200; // the first of March 2024
  private static final double LARGEST = 1e18; // as in tables

  private final Runnable close;
  private final WindowForecast forecaster;
  private final FittedForecast fitted;
  private final int past;
  private final Levels levels;

  /**
   * @param close what is done in the end
   * @param past steps that the forecaster looks back
   */
  SeriesPredictor(
      Runnable close, WindowForecast forecaster, FittedForecast fitted, int past, Levels levels) {
    this.close = close;
    this.forecaster = forecaster;
    this.fitted = fitted;
    this.past = past;
    this.levels = levels;
  }

  @Override
  public List<ForecastPrediction> predict(List<ForecastInput> inputs) {
    Windows windows = windows(inputs);
    ForecastPrediction[] predictions = new ForecastPrediction[inputs.size()];
    forecaster.forecast(
        windows, (window, forecast) -> predictions[window] = prediction(windows, window, forecast));
    return List.of(predictions);
  }

  private Windows windows(List<ForecastInput> inputs) {
    List<Series> series = new ArrayList<>();
    for (ForecastInput input : inputs) {
      require(input);
      series.add(
          fitted
              .series()
              .series(
                  input.series(), input.start(), input.step(), input.stamped(), input.values()));
    }
    return fitted.tails(series, past);
  }

  /** What a table could not hold either. */
  private static void require(ForecastInput input) {
    if (Math.abs(input.start()) > LATEST) {
      throw new UserError(
          "start %d: expected seconds since 1970, such as %d".formatted(input.start(), EXAMPLE));
    }
    input
        .values()
        .forEach(
            (column, values) -> {
              boolean large =
                  values.stream().anyMatch(value -> value != null && Math.abs(value) > LARGEST);
              if (large) {
                throw new UserError("column '%s': a number beyond %s".formatted(column, LARGEST));
              }
            });
  }

  /** The first target after what is known of it. */
  @Override
  public Optional<Sample> explained(ForecastInput input, ForecastPrediction answer) {
    Windows windows = windows(List.of(input));
    KnownPast past = KnownPast.of(windows, 0);
    int horizon = answer.times().size();
    List<String> times = new ArrayList<>(past.times());
    for (int step = 0; step < horizon; step++) {
      times.add(windows.label(0, step));
    }
    String target = fitted.series().config().targetNames().get(0);
    Map<String, List<Double>> levels = new LinkedHashMap<>(answer.forecast().get(target));
    levels.remove(ForecastPrediction.POINT);
    List<Double> unknown = Collections.nCopies(horizon, Double.NaN);
    return Optional.of(
        new Sample.Series(0, 0, answer.series(), times, past.values(), unknown, levels));
  }

  private ForecastPrediction prediction(Windows windows, int window, double[][][] forecast) {
    List<String> times = new ArrayList<>();
    for (int step = 0; step < windows.config().horizon(); step++) {
      times.add(windows.stamp(window, step));
    }
    Map<String, Map<String, List<Double>>> byTarget = new LinkedHashMap<>();
    for (int target = 0; target < forecast.length; target++) {
      Map<String, List<Double>> answer = byLevel(forecast[target], levels);
      if (!levels.holdMedian()) {
        answer.put(
            ForecastPrediction.POINT,
            Arrays.stream(levels.point(forecast[target])).boxed().toList());
      }
      byTarget.put(fitted.series().config().targetNames().get(target), answer);
    }
    String id = windows.series().get(window).id();
    return new ForecastPrediction(id, times, byTarget, fitted.series().config().isExPost());
  }

  /** One number a step goes by the name of the median. */
  static Map<String, List<Double>> byLevel(double[][] forecast, Levels levels) {
    Map<String, List<Double>> byLevel = new LinkedHashMap<>();
    for (int level = 0; level < forecast.length; level++) {
      byLevel.put(levels.names().get(level), Arrays.stream(forecast[level]).boxed().toList());
    }
    return byLevel;
  }

  @Override
  public void close() {
    close.run();
  }
}
