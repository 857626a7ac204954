package org.unroll.apps.forecast;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.unroll.apps.forecast.analysis.Backtest;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Split;
import org.unroll.datasets.ridge.FittedForecast;
import org.unroll.datasets.ridge.HeldOut;
import org.unroll.datasets.ridge.LocalRidge;
import org.unroll.datasets.ridge.LocalRidgeFit;
import org.unroll.datasets.ridge.WindowChoice;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.window.Windows;

/**
 * The windows of each split, read when first asked for, and what was fitted before them. Not
 * thread-safe.
 */
final class ForecastWindows {
  private final ForecastConfig config;
  private final Source<SplitSeries> source;
  private final FittedForecast fitted;
  private final Progress progress;
  private Optional<Windows> training = Optional.empty(); // made when first asked for
  private Optional<FittedForecast> refitted; // on train and validation, once it is asked for
  private final Map<Split, Windows> windows = new EnumMap<>(Split.class);
  private final Map<Split, Backtest> backtests = new EnumMap<>(Split.class);

  private ForecastWindows(
      ForecastConfig config,
      Source<SplitSeries> source,
      FittedForecast fitted,
      Optional<FittedForecast> refitted,
      Progress progress) {
    this.progress = progress;
    this.config = config;
    this.source = source;
    this.fitted = fitted;
    this.refitted = refitted;
  }

  /** For a trained net: what was fitted last serves every split. */
  static ForecastWindows restored(
      ForecastConfig config, Source<SplitSeries> source, FittedForecast fitted, Progress progress) {
    return new ForecastWindows(config, source, fitted, Optional.of(fitted), progress);
  }

  /** Fits the scales on the training part, and ridge regressions if the graph reads them. */
  static ForecastWindows fit(ForecastConfig config, Source<SplitSeries> source, DataAccess access) {
    SplitSeries series = source.read(Split.VALIDATION);
    FittedForecast fitted =
        FittedForecast.of(WindowChoice.fit(config.series(), config.window(), series, access));
    if (config.uses(ForecastApp.LOCAL_RIDGE)) {
      LocalRidge ridge =
          LocalRidgeFit.of(
              fitted.windows(series, Split.TRAIN),
              fitted.windows(series, Split.VALIDATION),
              access.progress());
      access.notices().accept("local-ridge: " + ridge.choice());
      fitted = fitted.with(ridge);
    }
    return new ForecastWindows(config, source, fitted, Optional.empty(), access.progress());
  }

  Windows of(Split split) {
    return windows.computeIfAbsent(split, part -> fitted(part).windows(series(part), part));
  }

  /** Those to train on: what the net reads of ridge regressions was fitted without them. */
  Windows training() {
    if (training.isEmpty()) {
      training = Optional.of(heldOut(fitted, of(Split.TRAIN)));
    }
    return training.get();
  }

  /** Scales stay those of the training span; ridge regressions are fitted anew. */
  Windows trainingAndValidation() {
    Windows both = refitted().windows(trainingAndValidationSeries(), Split.TRAIN);
    return heldOut(refitted(), both);
  }

  private Windows heldOut(FittedForecast fitted, Windows windows) {
    return fitted
        .localRidge()
        .map(r -> windows.beside(HeldOut.of(r, windows, progress)))
        .orElse(windows);
  }

  Backtest backtest(Split split) {
    return backtests.computeIfAbsent(
        split,
        part ->
            Backtest.of(of(part), series(part), part, config.series())
                .standardised(config.data().scaleMetrics()));
  }

  FittedForecast fitted() {
    return fitted;
  }

  /** What the net that is scored on a split was trained with. */
  FittedForecast fitted(Split split) {
    return split == Split.TEST && config.train().refit() ? refitted() : fitted;
  }

  /** What the net that is trained now reads. */
  FittedForecast latest() {
    return refitted.orElse(fitted);
  }

  /** Checks what a part is read from, before it is read. */
  void require(Split split) {
    source.require(split);
  }

  Map<String, String> digests() {
    return source.digests();
  }

  /** A function of config and data, so that a resumed run finds the same. */
  private FittedForecast refitted() {
    if (refitted.isEmpty()) {
      refitted = Optional.of(fitted.localRidge().map(this::again).orElse(fitted));
    }
    return refitted.get();
  }

  private FittedForecast again(LocalRidge ridge) {
    Windows both = fitted.windows(trainingAndValidationSeries(), Split.TRAIN);
    return fitted.with(LocalRidgeFit.again(ridge, both, progress));
  }

  private SplitSeries trainingAndValidationSeries() {
    return series(Split.VALIDATION).withoutValidation();
  }

  /** Training and validation are read together: the test part only when it is asked for. */
  SplitSeries series(Split split) {
    return source.read(split == Split.TEST ? Split.TEST : Split.VALIDATION);
  }
}
