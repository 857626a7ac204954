package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.yaml.NearestName;
import org.unroll.datasets.sample.LoadHour;
import org.unroll.datasets.sample.LoadSample;

/** The generated load as a table. */
final class SampleTable {
  /** The sample's own seed: runs with other seeds are to be compared on the same hours. */
  private static final long SEED = 1;

  static final SeriesSplit SPLIT = SeriesSplit.ofFractions(0.7, 0.15, 0.15);

  private static final List<String> COLUMNS = List.of("load", "temperature", "holiday");

  private SampleTable() {}

  static RawTable of(SeriesConfig config) {
    List<String> wanted = SeriesTables.wanted(config, COLUMNS);
    for (String column : wanted) {
      if (!COLUMNS.contains(column)) {
        throw new UserError(
            "the sample has no column '" + column + "'" + NearestName.suggest(column, COLUMNS));
      }
    }
    List<RawSeries.Step> rows = new ArrayList<>();
    for (LoadHour hour : LoadSample.hours(SEED)) {
      double[] values = new double[wanted.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            switch (wanted.get(i)) {
              case "load" -> hour.load();
              case "temperature" -> hour.temperature();
              default -> hour.holiday() ? 1 : 0;
            };
      }
      rows.add(new RawSeries.Step(hour.second(), values, new Origin("sample", rows.size() + 1)));
    }
    return new RawTable("sample", wanted, List.of(new RawSeries("", rows)), TimeAxis.Stamps.LOCAL);
  }
}
