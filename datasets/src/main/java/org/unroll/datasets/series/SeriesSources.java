package org.unroll.datasets.series;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.TextSplit;

/** From {@code data.source} to series: generated ones, a catalogued data set, the user's files. */
public record SeriesSources(SeriesConfig config, SeriesData data, DataAccess access) {
  /**
   * @throws UserError if there is no such source
   */
  public Source<SplitSeries> open() {
    SeriesLoader loader = loader();
    Sources<SplitSeries> all = new Sources<>("series", "series", ".csv or .tsv", access);
    for (CataloguedSeries set : CataloguedSeries.values()) {
      all.catalogued(
          set.key(),
          folder -> known(set.read(folder.path(), loader), set.split(), folder.digests()));
    }
    all.sample(() -> known(SampleTable.of(config), SampleTable.SPLIT, Map.of()));
    return all.open(data.files(), this::own, () -> new SeriesFiles(data.files(), loader));
  }

  private Source<SplitSeries> own(List<Path> files) {
    SeriesSplit split = data.split().orElseThrow();
    return known(loader().read(files), split, TextSplit.digests(files));
  }

  private Source<SplitSeries> known(
      RawTable table, SeriesSplit usual, Map<String, String> digests) {
    SplitSeries all =
        new SeriesCutter(data.split().orElse(usual), config.targetNames())
            .cut(loader().regular(table));
    return new InMemorySource<>(last -> all, digests); // they stand in one file
  }

  /**
   * All series of a file beside the config's own data, read as that is.
   *
   * @param trained the steps of those data
   * @throws UserError if the file's are others
   */
  public List<Series> read(Path file, Frequency trained) {
    return loader().regular(loader().given(file), trained);
  }

  private SeriesLoader loader() {
    return new SeriesLoader(config, data, access);
  }
}
