package org.unroll.datasets.ridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.window.FittedSeries;
import org.unroll.datasets.window.WindowShape;
import org.unroll.datasets.window.Windows;

/**
 * All that is fitted before a net: what makes inputs of series, and the ridge regressions of a
 * graph that reads them. Immutable and thread-safe.
 */
public record FittedForecast(FittedSeries series, Optional<LocalRidge> localRidge) {
  private static final String RIDGE_FILE = "local-ridge.json";

  /** Scales fitted on the training span, and no ridge regressions. */
  public static FittedForecast of(FittedSeries series) {
    return new FittedForecast(series, Optional.empty());
  }

  public FittedForecast with(LocalRidge ridge) {
    return new FittedForecast(series, Optional.of(ridge));
  }

  public void save(Path folder) throws IOException {
    series.save(folder);
    if (localRidge.isPresent()) {
      localRidge.get().save(folder.resolve(RIDGE_FILE));
    }
  }

  public static FittedForecast load(Path folder, SeriesConfig config) {
    FittedForecast fitted = of(FittedSeries.load(folder, config));
    Path ridge = folder.resolve(RIDGE_FILE);
    try {
      return Files.exists(ridge) ? fitted.with(LocalRidge.load(ridge)) : fitted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every window of a split. */
  public Windows windows(SplitSeries split, Split part) {
    return beside(series.windows(split, part));
  }

  /** Steps before a forecast of the net: the ridge regressions may start from the last season. */
  public int past() {
    WindowShape shape = series.window();
    return localRidge.map(ridge -> ridge.past(shape)).orElse(shape.past());
  }

  /** One window at the end of each series; see {@link FittedSeries#tails}. */
  public Windows tails(List<Series> ends, int past) {
    return beside(series.tails(ends, past));
  }

  private Windows beside(Windows windows) {
    return localRidge.map(windows::beside).orElse(windows);
  }
}
