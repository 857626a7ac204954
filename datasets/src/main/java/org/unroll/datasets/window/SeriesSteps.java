package org.unroll.datasets.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.unroll.core.UserError;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.series.TimeAxis;

/**
 * What the steps of the training data are.
 *
 * @param stamps how the data say when a step is
 * @param season in steps: of the cycles that steps of this length have, the one whose last turn
 *     forecasts the training span best; 1 if there is none
 */
public record SeriesSteps(Frequency frequency, TimeAxis.Stamps stamps, int season) {
  static SeriesSteps of(
      SplitSeries split, SeriesConfig config, WindowShape window, Consumer<String> notices) {
    TimeAxis axis = split.series().get(0).axis();
    Map<String, Integer> seasons = seasons(config, axis.frequency());
    String best = "";
    double lowest = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, Integer> each : seasons.entrySet()) {
      double error = error(each.getValue(), split, config, window);
      if (best.isEmpty() || error < lowest) {
        best = each.getKey();
        lowest = error;
      }
    }
    int season = seasons.getOrDefault(best, 1);
    String naive = season == 1 ? "they have no season" : "seasonal-naive repeats " + best;
    notices.accept("steps of %s; %s".formatted(axis.frequency().inWords(), naive));
    return new SeriesSteps(axis.frequency(), axis.stamps(), season);
  }

  /** What each is called, and its length. */
  private static Map<String, Integer> seasons(SeriesConfig config, Frequency frequency) {
    Map<String, Integer> usual = frequency.seasons();
    Map<String, Integer> seasons = new LinkedHashMap<>();
    if (config.seasons().isEmpty()) {
      usual.forEach(
          (name, steps) -> seasons.put("the last %s (%d steps)".formatted(name, steps), steps));
    }
    for (String season : config.seasons()) {
      boolean counted = Character.isDigit(season.charAt(0));
      if (!counted && !usual.containsKey(season)) {
        throw new UserError(
            "series.seasons: steps of %s have no cycle '%s'; write %s"
                .formatted(
                    frequency.inWords(),
                    season,
                    usual.isEmpty() ? "so many steps" : String.join(", ", usual.keySet())));
      }
      int steps = counted ? Integer.parseInt(season) : usual.get(season);
      seasons.put("the last %d steps".formatted(steps), steps);
    }
    return seasons;
  }

  /**
   * Of the seasonal naive forecast over the training span, in units of each series' deviation;
   * infinite if it is shorter than two seasons.
   */
  private static double error(
      int season, SplitSeries split, SeriesConfig config, WindowShape window) {
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < split.series().size(); i++) {
      Series series = split.series().get(i);
      int train = split.parts().get(i).train();
      for (String target : config.targetNames()) {
        double[] values = series.values(target);
        double error = error(season, values, train, window);
        if (train >= 2 * season && Double.isFinite(error)) {
          errors.add(error / Scale.of(values, 0, train).deviation());
        }
      }
    }
    return errors.stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** A step of the horizon beyond the season is that of so many seasons before. */
  private static double error(int season, double[] values, int train, WindowShape window) {
    int farthest = window.gap() + window.horizon();
    double sum = 0;
    for (int turns = 1; (turns - 1) * season < farthest; turns++) {
      int from = Math.max(window.gap(), (turns - 1) * season);
      int to = Math.min(farthest, turns * season);
      if (to > from) {
        sum += (to - from) * new SeasonalNaive(turns * season).change(values, train);
      }
    }
    return sum / window.horizon();
  }
}
