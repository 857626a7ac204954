package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.SplitSeries.Cut;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.TableFiles;
import org.unroll.datasets.table.UserFiles;

/** The user's own files, one for each part; a file is read when it is asked for. */
final class SeriesFiles implements Source<SplitSeries> {
  private final Source<RawTable> files;
  private final SeriesLoader loader;

  SeriesFiles(TableFiles named, SeriesLoader loader) {
    this.files =
        new LazySource<>(
            () ->
                new UserFiles<>(
                    named,
                    (key, names, opened) -> loader.read(opened.paths(key, names)),
                    (key, names, opened) -> opened.paths(key, names).forEach(loader::head)));
    this.loader = loader;
  }

  /** What is repaired is told each time. */
  @Override
  public SplitSeries read(Split last) {
    List<RawTable> tables = new ArrayList<>();
    for (Split split : Split.values()) {
      if (split.compareTo(last) <= 0) {
        tables.add(files.read(split));
      }
    }
    List<Series> series = new ArrayList<>();
    List<Cut> cuts = new ArrayList<>();
    List<RawTable> shifted =
        loader.config().layout() == SeriesConfig.Layout.ROWS
            ? RowsInTurn.of(tables, loader.config().countedFrequency())
            : tables;
    for (Series each : loader.regular(SeriesLoader.joined(shifted))) {
      Series known = each.fromFirst(loader.config().targetNames());
      int train = end(known, shifted, 0);
      int validation = Math.max(train, end(known, shifted, 1));
      series.add(known);
      cuts.add(new Cut(train, validation, Math.max(validation, end(known, shifted, 2))));
    }
    return new SplitSeries(series, cuts);
  }

  /** The step after the last one of a file; that of the file before if it has none. */
  private int end(Series series, List<RawTable> tables, int part) {
    int end = 0;
    for (int i = 0; i <= Math.min(part, tables.size() - 1); i++) {
      for (RawSeries raw : tables.get(i).series()) {
        if (raw.id().equals(series.id())) {
          long last = raw.rows().stream().mapToLong(RawSeries.Step::second).max().orElseThrow();
          end = Math.max(end, series.axis().step(loader.placed(last, series.axis())) + 1);
        }
      }
    }
    return Math.min(end, series.length());
  }

  @Override
  public void require(Split split) {
    files.require(split);
  }

  @Override
  public Map<String, String> digests() {
    return files.digests();
  }
}
