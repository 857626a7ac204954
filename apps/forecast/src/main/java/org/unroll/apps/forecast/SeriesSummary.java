package org.unroll.apps.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.table.PartSummary;
import org.unroll.datasets.table.Source;

/** From when to when the parts of the series go. */
final class SeriesSummary {
  private SeriesSummary() {}

  static List<String> of(ForecastConfig config, Source<SplitSeries> source) {
    List<String> lines = new ArrayList<>();
    SplitSeries known = source.read(Split.VALIDATION);
    Series first = known.series().get(0);
    lines.add(
        "%d series in steps of %s%s"
            .formatted(
                known.series().size(),
                first.axis().frequency(),
                first.id().isEmpty() ? "" : ", such as " + first.id()));
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
      SplitSeries.Cut cut = known.parts().get(0);
      int from = cut.from(split);
      int to = cut.to(split);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %,d steps from %s to %s",
              split.key(),
              to - from,
              first.axis().label(from),
              first.axis().label(Math.max(from, to - 1))));
    }
    lines.addAll(PartSummary.test(source, config.data().files()));
    return lines;
  }
}
