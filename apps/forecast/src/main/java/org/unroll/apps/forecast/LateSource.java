package org.unroll.apps.forecast;

import java.util.Map;
import java.util.Optional;
import org.unroll.core.app.DataAccess;
import org.unroll.core.app.Split;
import org.unroll.datasets.series.SeriesSource;
import org.unroll.datasets.series.SeriesSources;
import org.unroll.datasets.series.SplitSeries;

/** Opens the data when it is first asked for: a prediction needs none of it. Not thread-safe. */
final class LateSource implements SeriesSource {
  private final ForecastConfig config;
  private final DataAccess access;
  private Optional<SeriesSource> source = Optional.empty();

  LateSource(ForecastConfig config, DataAccess access) {
    this.config = config;
    this.access = access;
  }

  @Override
  public SplitSeries read(Split last) {
    if (source.isEmpty()) {
      source = Optional.of(SeriesSources.open(config.series(), config.data(), access));
    }
    return source.get().read(last);
  }

  @Override
  public Map<String, String> digests() {
    return source.map(SeriesSource::digests).orElse(Map.of());
  }
}
