package org.unroll.datasets.ridge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.unroll.core.SinglePrecision;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.datasets.ridge.LocalRidge.Part;
import org.unroll.datasets.window.Windows;

/** Fits ridge regressions by kind of window; which kinds are told, validation windows decide. */
public final class LocalRidgeFit {
  private static final double[] PENALTIES = {1, 0.3, 0.1, 0.03, 0.01, 0.001};
  private static final double[] STRONG_PENALTIES = {100, 10, 3, 1, 0.1, 0.01, 0.001};

  /** What starting from the last season must gain. */
  private static final double WORTH = 0.99;

  private static final int MOST_KINDS = 48;
  private static final int WINDOWS_A_KIND = 300;

  /** Clusterings from different starts, whose mean is steadier than any one. */
  private static final int CLUSTERINGS = 3;

  /** Enough to tell penalties apart. */
  private static final int CHOICE = 3_000;

  private static final String FITTING = "fitting ridge by kinds";

  private final Windows train;
  private final Work work;

  /**
   * @param work told each window that enters a regression
   */
  private LocalRidgeFit(Windows train, Work work) {
    this.train = train;
    this.work = work;
  }

  /** Fits on training windows and chooses by the error on validation windows. */
  public static LocalRidge of(Windows train, Windows validation, Progress progress) {
    List<List<WindowKinds>> ways = ways(train);
    long passes = train.season() > 1 ? 2 : 1;
    for (List<WindowKinds> way : ways) {
      passes += way.size();
    }
    try (Work work = progress.begin(FITTING, passes * train.size())) {
      return new LocalRidgeFit(train, work).best(validation, ways);
    }
  }

  private LocalRidge best(Windows validation, List<List<WindowKinds>> ways) {
    Windows chosen = Ridge.thinned(validation, CHOICE);
    LocalRidge ridge = common(chosen);
    double lowest = error(ridge, chosen);
    for (List<WindowKinds> way : ways) {
      LocalRidge more = best(ridge, way, chosen);
      double error = error(more, chosen);
      if (error < lowest) {
        ridge = more;
        lowest = error;
      }
    }
    return ridge;
  }

  /** The error on validation windows, without the kinds that take long to find. */
  static double quickError(Windows train, Windows validation) {
    LocalRidgeFit fit = new LocalRidgeFit(train, Work.UNTOLD);
    Windows chosen = Ridge.thinned(validation, CHOICE);
    LocalRidge ridge = fit.common(chosen);
    double error = error(ridge, chosen);
    return HourKinds.fit(train)
        ? Math.min(error, error(fit.best(ridge, List.of(new HourKinds()), chosen), chosen))
        : error;
  }

  /** The same kinds and penalties, fitted on other windows, such as train and validation. */
  public static LocalRidge again(LocalRidge chosen, Windows windows, Progress progress) {
    long passes = 1 + chosen.parts().size();
    try (Work work = progress.begin(FITTING, passes * windows.size())) {
      return new LocalRidgeFit(windows, work).again(chosen);
    }
  }

  private LocalRidge again(LocalRidge chosen) {
    LocalRidge ridge = common(chosen.season(), new double[] {chosen.penalty()}).get(0);
    List<Part> stage = new ArrayList<>();
    for (Part part : chosen.parts()) {
      if (!stage.isEmpty() && stage.get(0).stage() != part.stage()) {
        ridge = ridge.with(stage);
        stage.clear();
      }
      Settings settings = new Settings(part.stage(), part.share(), new double[] {part.penalty()});
      stage.addAll(parts(ridge, part.kinds(), settings));
    }
    return ridge.with(stage);
  }

  /** From the mean, or from the last season where few windows tell little else. */
  private LocalRidge common(Windows validation) {
    Ridge single = Ridge.single(train, validation, work);
    LocalRidge best =
        new LocalRidge(0, single.penalty(), SinglePrecision.of(single.weights()), List.of());
    double lowest = WORTH * error(best, validation);
    if (train.season() > 1) {
      for (LocalRidge other : common(train.season(), STRONG_PENALTIES)) {
        double error = error(other, validation);
        if (error < lowest) {
          best = other;
          lowest = error;
        }
      }
    }
    return best;
  }

  /** One for each penalty. */
  private List<LocalRidge> common(int season, double[] penalties) {
    LocalRidge start = LocalRidge.start(season, new RidgeInputs(train));
    RidgeRows rows = RidgeRows.beside(start, train);
    for (int window = 0; window < train.size(); window++) {
      rows.add(window);
      work.advance(1);
    }
    RidgeEquations equations = rows.equations();
    List<LocalRidge> all = new ArrayList<>();
    for (double penalty : penalties) {
      float[] map = SinglePrecision.of(equations.solve(penalty));
      all.add(new LocalRidge(season, penalty, map, List.of()));
    }
    return all;
  }

  /** Ways to tell kinds that these windows allow; of one way several variants. */
  private static List<List<WindowKinds>> ways(Windows train) {
    List<List<WindowKinds>> ways = new ArrayList<>();
    if (HourKinds.fit(train)) {
      ways.add(List.of(new HourKinds()));
    }
    if (DayKinds.fit(train)) {
      int count = Math.max(1, Math.min(MOST_KINDS, train.size() / WINDOWS_A_KIND));
      ways.add(
          IntStream.range(0, CLUSTERINGS)
              .parallel()
              .<WindowKinds>mapToObj(seed -> DayKinds.of(train, count, seed))
              .toList());
    }
    if (SeriesKinds.fit(train)) {
      ways.add(List.of(SeriesKinds.of(train)));
    }
    return ways;
  }

  /** With one more stage; the penalty that is best for its first variant serves all. */
  private LocalRidge best(LocalRidge before, List<WindowKinds> way, Windows validation) {
    int stage = before.parts().stream().mapToInt(Part::stage).max().orElse(0) + 1;
    Part best = null;
    double lowest = Double.MAX_VALUE;
    for (Part part : parts(before, way.get(0), new Settings(stage, 1, PENALTIES))) {
      double error = error(before.with(List.of(part)), validation);
      if (error < lowest) {
        best = part;
        lowest = error;
      }
    }
    double share = 1.0 / way.size();
    Settings settings = new Settings(stage, share, new double[] {best.penalty()});
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(best.kinds(), stage, share, best.penalty(), best.maps()));
    for (WindowKinds variant : way.subList(1, way.size())) {
      parts.addAll(parts(before, variant, settings));
    }
    return before.with(parts);
  }

  private record Settings(int stage, double share, double[] penalties) {}

  /** One for each penalty; fitted kind by kind, so that the equations of only a few are held. */
  private List<Part> parts(LocalRidge before, WindowKinds kinds, Settings settings) {
    int[] kindOf =
        IntStream.range(0, train.size())
            .parallel()
            .map(window -> kinds.kind(train, window))
            .toArray();
    double[] penalties = settings.penalties();
    float[][][] maps = new float[penalties.length][kinds.count()][];
    SideBySide.fit(
        kinds.count(),
        new RidgeInputs(train).size(),
        kind -> {
          RidgeEquations equations = equations(before, kindOf, kind);
          for (int i = 0; i < penalties.length; i++) {
            maps[i][kind] = SinglePrecision.of(equations.solve(penalties[i]));
          }
        });
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < penalties.length; i++) {
      parts.add(new Part(kinds, settings.stage(), settings.share(), penalties[i], maps[i]));
    }
    return parts;
  }

  private RidgeEquations equations(LocalRidge before, int[] kindOf, int kind) {
    RidgeRows rows = RidgeRows.beside(before, train);
    for (int window = 0; window < kindOf.length; window++) {
      if (kindOf[window] == kind) {
        rows.add(window);
        work.advance(1);
      }
    }
    return rows.equations();
  }

  /** Mean absolute, in units of each series' own deviation: a few wild series shall not decide. */
  private static double error(LocalRidge ridge, Windows windows) {
    return MeanLoss.of(
        ridge,
        windows,
        (window, target, error) ->
            Math.abs(error) / windows.seriesScale(window, target).deviation());
  }
}
