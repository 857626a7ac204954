package org.unroll.apps.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Table;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.series.TimeAxis;
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

  /** The parts of the first series, and how many series and steps there are in all. */
  static Table table(Function<Split, SplitSeries> known, List<Split> splits) {
    List<List<String>> rows = new ArrayList<>();
    for (Split split : splits) {
      SplitSeries all = known.apply(split);
      long steps = 0;
      for (SplitSeries.Cut cut : all.parts()) {
        steps += cut.to(split) - cut.from(split);
      }
      SplitSeries.Cut cut = all.parts().get(0);
      TimeAxis axis = all.series().get(0).axis();
      int from = cut.from(split);
      rows.add(
          List.of(
              split.key(),
              Integer.toString(all.series().size()),
              String.format(Locale.ROOT, "%,d", steps),
              axis.frequency().toString(),
              axis.label(from),
              axis.label(Math.max(from, cut.to(split) - 1))));
    }
    List<String> header = List.of("split", "series", "steps", "a step", "first from", "first to");
    return new Table("Splits", header, rows);
  }
}
