package org.unroll.datasets.ridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.window.FittedSeries;
import org.unroll.datasets.window.Scaling;
import org.unroll.datasets.window.WindowConfig;
import org.unroll.datasets.window.WindowShape;
import org.unroll.datasets.window.Windows;

/**
 * What a config leaves open of its windows: of a few scalings and of seasons of the data those with
 * which a ridge regression forecasts validation windows best.
 */
public final class WindowChoice {
  private static final int LONGEST = 700;
  private static final int SHORTEST = 8;

  /** Training windows are at least about so many times as long as one. */
  private static final int LENGTHS = 4;

  /** Training windows that are enough to tell the ways apart. */
  private static final int FITTED = 12_000;

  /** What a longer past, or another scaling, must gain. */
  private static final double WORTH = 0.99;

  /** Ways in a row that gain nothing, before the rest but whole seasons are left out. */
  private static final int PATIENCE = 2;

  private final WindowConfig window;
  private final SplitSeries split;
  private final FittedSeries fitted;

  private WindowChoice(WindowConfig window, SplitSeries split, FittedSeries fitted) {
    this.window = window;
    this.split = split;
    this.fitted = fitted;
  }

  /** Fits the scales, and chooses. */
  public static FittedSeries fit(
      SeriesConfig series, WindowConfig window, SplitSeries split, DataAccess access) {
    Consumer<String> notices = access.notices();
    Scaling usual = split.series().size() > 1 ? Scaling.SERIES : Scaling.TRAIN;
    WindowShape first = window.shape(SHORTEST, usual);
    FittedSeries fitted = FittedSeries.fit(series, first, split, notices);
    if (window.past().isPresent() && window.scaling() != Scaling.AUTO) {
      return fitted;
    }
    WindowShape best = new WindowChoice(window, split, fitted).best(usual, access.progress());
    notices.accept(
        "windows see %d steps, scaling: %s (the best on validation)"
            .formatted(best.past(), best.scaling().name().toLowerCase(Locale.ROOT)));
    return fitted.with(best);
  }

  /** How far a ridge regression is off on validation windows, to compare what series it sees. */
  public static double error(SeriesConfig series, WindowShape shape, SplitSeries split) {
    return error(FittedSeries.fit(series, shape, split, notice -> {}), split, split);
  }

  /**
   * By what share the latest steps before the validation part, as many as that has, better a ridge
   * regression: whether it is worth to train once more on the validation part too.
   */
  public static double gainOfLatest(SeriesConfig series, WindowShape shape, SplitSeries split) {
    FittedSeries fitted = FittedSeries.fit(series, shape, split, notice -> {});
    List<SplitSeries.Cut> cuts = new ArrayList<>();
    for (SplitSeries.Cut cut : split.parts()) {
      int older = Math.max(1, 2 * cut.train() - cut.validation());
      cuts.add(new SplitSeries.Cut(older, cut.validation(), cut.test()));
    }
    SplitSeries older = new SplitSeries(split.series(), cuts);
    return 1 - error(fitted, split, split) / error(fitted, older, split);
  }

  private WindowShape best(Scaling usual, Progress progress) {
    List<Integer> pasts = pasts();
    try (Work work = progress.begin("choosing windows", 3 + pasts.size())) { // or fewer
      return best(usual, pasts, work);
    }
  }

  private WindowShape best(Scaling usual, List<Integer> pasts, Work work) {
    int middle = pasts.get((pasts.size() - 1) / 2);
    List<WindowShape> scaled = new ArrayList<>();
    for (Scaling scaling : List.of(usual, Scaling.LAST, Scaling.WINDOW)) {
      scaled.add(window.shape(middle, scaling));
    }
    Scaling scaling = best(scaled, work).scaling();
    return best(pasts.stream().map(past -> window.shape(past, scaling)).toList(), work);
  }

  /** Seasons and multiples of them that leave enough windows to train on, the shortest first. */
  private List<Integer> pasts() {
    int[] lengths = split.parts().stream().mapToInt(SplitSeries.Cut::train).sorted().toArray();
    int most = Math.min(LONGEST, lengths[lengths.length / 2] / LENGTHS);
    TreeSet<Integer> pasts = new TreeSet<>();
    List<Integer> seasons = List.copyOf(fitted.steps().frequency().seasons().values());
    int shortest = seasons.stream().findFirst().orElse(SHORTEST);
    int longest = SHORTEST * SHORTEST;
    for (int season : seasons) {
      pasts.add(season);
      pasts.add(2 * season);
      longest = season <= most ? Math.max(2 * season, longest) : longest;
    }
    for (int past = shortest > LONGEST / SHORTEST ? SHORTEST : shortest;
        past <= longest;
        past *= 2) {
      pasts.add(past);
    }
    pasts.removeIf(past -> past > most);
    return pasts.isEmpty() ? List.of(Math.max(1, Math.min(SHORTEST, most))) : List.copyOf(pasts);
  }

  /**
   * The first, unless a later one is clearly better; after some that are not, the rest are left but
   * for whole seasons: three days may tell no more than one where a week does.
   */
  private WindowShape best(List<WindowShape> shapes, Work work) {
    WindowShape best = shapes.get(0);
    double lowest = Double.POSITIVE_INFINITY;
    int without = 0;
    for (WindowShape shape : shapes.stream().distinct().toList()) {
      if (without >= PATIENCE && !isSeason(shape.past())) {
        continue;
      }
      double error = shapes.size() == 1 ? 0 : error(shape);
      work.advance(1);
      without++;
      if (error < WORTH * lowest) {
        best = shape;
        lowest = error;
        without = 0;
      }
    }
    return best;
  }

  private boolean isSeason(int past) {
    return fitted.steps().frequency().seasons().containsValue(past);
  }

  private double error(WindowShape shape) {
    return error(fitted.with(shape), split, split);
  }

  private static double error(FittedSeries fitted, SplitSeries training, SplitSeries validation) {
    Windows train = Ridge.thinned(fitted.windows(training, Split.TRAIN), FITTED);
    return LocalRidgeFit.quickError(train, fitted.windows(validation, Split.VALIDATION));
  }
}
