package org.unroll.datasets.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.yaml.NearestName;
import org.unroll.datasets.catalog.Catalog;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.catalog.DataStore;
import org.unroll.datasets.catalog.Digest;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Source;

/** From {@code data.source} to series: generated ones, a catalogued data set, the user's files. */
public final class SeriesSources {
  private static final String SAMPLE = "sample";

  private SeriesSources() {}

  /**
   * @throws UserError if there is no such source
   */
  public static Source<SplitSeries> open(SeriesConfig config, SeriesData data, DataAccess access) {
    SeriesLoader loader = new SeriesLoader(config, data, access);
    if (data.source().isEmpty()) {
      return new SeriesFiles(data, loader);
    }
    String source = data.source().get();
    if (SeriesData.isPath(source)) {
      Path file = PlainTextFile.path("data.source", source);
      List<Series> series = loader.regular(loader.read(file));
      return known(series, data.split().orElseThrow(), config, Map.of(source, Digest.sha256(file)));
    }
    if (source.equals(SAMPLE)) {
      List<Series> series = loader.regular(SampleTable.of(config));
      return known(series, data.split().orElse(SampleTable.SPLIT), config, Map.of());
    }
    Optional<CataloguedSeries> set = CataloguedSeries.of(source);
    if (set.isEmpty()) {
      throw unknown(source);
    }
    DataFolder folder = DataStore.open(access).fetch(source);
    List<Series> series = loader.regular(set.get().read(folder.path(), loader));
    return known(series, data.split().orElse(set.get().split()), config, folder.digests());
  }

  private static Source<SplitSeries> known(
      List<Series> series, SeriesSplit split, SeriesConfig config, Map<String, String> digests) {
    SplitSeries all = new SeriesCutter(split, config.targetNames()).cut(series);
    return new InMemorySource<>(last -> all, digests); // they stand in one file
  }

  /** All series of a file beside the config's own data, read as that is. */
  public static List<Series> read(
      SeriesConfig config, SeriesData data, Path file, DataAccess access) {
    SeriesLoader loader = new SeriesLoader(config, data, access);
    return loader.regular(loader.read(file));
  }

  private static UserError unknown(String source) {
    List<String> names = new ArrayList<>(CataloguedSeries.names());
    names.add(SAMPLE);
    String near =
        NearestName.of(source, names).map(known -> "; did you mean " + known + "?").orElse(".");
    String known =
        Catalog.bundled().contains(source)
            ? "; it is in the catalogue, but holds no series."
            : near;
    return new UserError(
        "data.source: no series called '%s'%s Expected %s, or a file that ends in .csv or .tsv."
            .formatted(source, known, String.join(", ", names)));
  }
}
