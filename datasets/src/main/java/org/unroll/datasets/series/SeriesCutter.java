package org.unroll.datasets.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.datasets.series.SplitSeries.Cut;

/** Cuts series in time by {@code data.split}. */
record SeriesCutter(SeriesSplit split, List<String> targets) {

  /** Each series from its first known target on, and its three parts. */
  SplitSeries cut(List<Series> series) {
    List<Series> known = new ArrayList<>();
    List<Cut> cuts = new ArrayList<>();
    for (Series each : series) {
      Series trimmed = each.fromFirst(targets);
      known.add(trimmed);
      cuts.add(cut(trimmed));
    }
    return new SplitSeries(known, cuts);
  }

  private Cut cut(Series series) {
    int length = series.length();
    if (split.fractions().isPresent()) {
      List<Double> shares = split.fractions().get();
      int train = (int) Math.round(shares.get(0) * length);
      int validation = (int) Math.round((shares.get(0) + shares.get(1)) * length);
      double all = shares.get(0) + shares.get(1) + shares.get(2);
      return new Cut(train, validation, (int) Math.min(length, Math.round(all * length)));
    } else if (split.steps().isPresent()) {
      return bySteps(series, split.steps().get());
    } else if (split.last().isPresent()) {
      int end = length - split.later();
      int test = end - split.last().get().get(1);
      return checked(
          series, new Cut(test - split.last().get().get(0), test, end), "data.split.last");
    }
    List<String> starts = split.starts().orElseThrow();
    int validation = firstStep(series, starts.get(0));
    return checked(
        series, new Cut(validation, firstStep(series, starts.get(1)), length), "data.split.starts");
  }

  private static Cut bySteps(Series series, List<Integer> steps) {
    int train = steps.get(0);
    int validation = train + steps.get(1);
    int test = validation + steps.get(2);
    if (test > series.length()) {
      throw new UserError(
          "data.split.steps: %d steps in all, but %s has %d; give smaller numbers"
              .formatted(test, name(series), series.length()));
    }
    return new Cut(train, validation, test);
  }

  private static Cut checked(Series series, Cut cut, String key) {
    if (cut.train() <= 0 || cut.validation() < cut.train() || cut.test() < cut.validation()) {
      throw new UserError(
          "%s: nothing of %s is left to train on, or the parts are not in order; it has %d steps from %s to %s"
              .formatted(
                  key,
                  name(series),
                  series.length(),
                  series.axis().label(0),
                  series.axis().label(series.length() - 1)));
    }
    return cut;
  }

  private static int firstStep(Series series, String day) {
    TimeAxis axis = series.axis();
    int step = axis.step(LocalDate.parse(day).atStartOfDay(axis.zone()).toEpochSecond());
    return Math.max(0, Math.min(series.length(), step));
  }

  private static String name(Series series) {
    return series.id().isEmpty() ? "the series" : "series '" + series.id() + "'";
  }
}
